"""登录 — coming and going."""
