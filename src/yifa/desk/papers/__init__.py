"""文书 — papers made from the file: looked at, filled in, sent for signature, signed, kept as sent, served; many at a time."""
