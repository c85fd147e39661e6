"""管理 — organs, people, calendars, what is made public, the readings, the check of the record; no petition."""
