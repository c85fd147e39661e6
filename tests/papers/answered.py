"""A file with an opinion to sign."""

from tests.records.histories import ORGAN
from tests.spec.cases import D, notify, register, transfer
from yifa.law.acts import HandlingOpinion, Investigate, TakeStatement
from yifa.law.terms import Outcome

ANSWERED = (
    register(),
    transfer(),
    notify(),
    TakeStatement(on=D("2025-08-12"), by=ORGAN, statement="陈述"),
    Investigate(on=D("2025-08-20"), by=ORGAN, findings="查明"),
    HandlingOpinion(
        on=D("2025-09-10"),
        by=ORGAN,
        request="落实待遇",
        outcome=Outcome.REJECT,
        facts="f",
        opinion="不予支持",
        basis_text="某条例第三条",
    ),
)
STATEMENT, OPINION = 3, 5
"""The places of two of its acts."""
