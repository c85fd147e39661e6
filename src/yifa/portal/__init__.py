"""门户 — the pages of petitioners: they find the lawful path, file, follow, and answer."""
