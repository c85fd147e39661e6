"""法治化工作 — the ledgers of the programme: plans, meetings, study, training, outreach, and what others supplied."""
