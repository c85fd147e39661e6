"""审批 — acts sent for the head to decide: what waits, what one sent oneself, and the decision."""
