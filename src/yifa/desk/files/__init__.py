"""案卷 — one petition's whole story."""
