"""文书 — every paper of `law.notices` filled from the record, set in the layout of GB/T 9704, signed, numbered and kept as sent."""
