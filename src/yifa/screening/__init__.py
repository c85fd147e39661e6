"""甄别 — suggestions that a person confirms: which earlier petition a new receipt may repeat."""
