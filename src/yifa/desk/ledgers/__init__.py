"""台账 — every ledger of the office by one description each: its list, its forms, its trail, its table."""
