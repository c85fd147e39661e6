"""今日 — what waits for me."""
