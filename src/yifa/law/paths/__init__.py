"""法定途径 — the lawful paths a grievance may belong to (Art. 31(1)–(5)), and the petitioner's own limits on them."""

from yifa.law.paths.model import Basis, Cap, Confidence, Path, PathLimit, Period, StartDay
from yifa.law.paths.running import Circumstances, Running, countable, last_day, running_limits
from yifa.law.paths.table import PATHS, cites_printable, in_force, paths_for, prerequisites

__all__ = [
    "PATHS",
    "Basis",
    "Cap",
    "Circumstances",
    "Confidence",
    "Path",
    "PathLimit",
    "Period",
    "Running",
    "StartDay",
    "cites_printable",
    "countable",
    "in_force",
    "last_day",
    "paths_for",
    "prerequisites",
    "running_limits",
]
