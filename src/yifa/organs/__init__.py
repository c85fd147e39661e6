"""机关、单位 — organs, their superiors, people and roles: who may see and do what."""
