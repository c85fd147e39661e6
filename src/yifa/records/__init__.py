"""案卷 — storage of petitions, and the only way to write."""
