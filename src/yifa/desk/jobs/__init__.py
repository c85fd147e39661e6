"""导出与长任务 — a table at once if it is short; otherwise a job, its page, and its file."""
