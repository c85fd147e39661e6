"""案卷 — the list of petitions, and one petition's whole story."""
