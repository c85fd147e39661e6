"""法治化工作 — plan, responsibility list, meetings, study, training, outreach."""
