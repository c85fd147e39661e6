"""信访事项列表 — what a person may see, filtered by the address, walked along one index after the other."""
