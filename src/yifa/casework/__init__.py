"""协办 — what passes between colleagues before and beside an act: drafts for approval, notes, hand-over, saved lists, long jobs."""
