"""统计指标 — the indicators, each defined once."""
