"""模板标签 — the filters and tags of our templates."""
