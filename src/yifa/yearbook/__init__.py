"""年鉴 — what the office reports about its year, and the check of any report's arithmetic."""
