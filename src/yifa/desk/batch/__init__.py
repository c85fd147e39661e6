"""成批办理 — one act, filled in once, for several files: each in its own transaction, each with its own answer."""
