"""依法 — runs a county petition office by the book."""
