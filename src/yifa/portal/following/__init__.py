"""查办理情况 — where a petition stands, what was done, every paper, and what the petitioner can do now."""
