"""登录 — coming and going: the door, its lock after failed attempts, one's own password."""
