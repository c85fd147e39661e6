"""年度报告 — the two yearly reports: read with every number's source, written, settled, sent, held against the record."""
