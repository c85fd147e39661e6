"""提交信访 — one thing a page, saved at every step, checked at the end, answered with a receipt."""
