"""源头预防 — disputes the towns screen and matters officials take up for people: their ledgers and what a year shows."""
