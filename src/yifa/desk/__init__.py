"""工作台 — the pages of the staff."""
