"""报告核对 — reads any report's text and verifies what can be verified; what it cannot judge it does not guess."""

from yifa.yearbook.checking.claims import Checked, Claim, Finding, Kind, Sure
from yifa.yearbook.checking.engine import check

__all__ = ["Checked", "Claim", "Finding", "Kind", "Sure", "check"]
