"""年度 — the figures of a year, each opening its rows."""
