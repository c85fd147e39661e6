"""编排 — which course how many petitions of a year take, and how often in the live year."""

from collections.abc import Callable
from dataclasses import dataclass

from yifa.law.terms import Channel
from yifa.site.demo.draft import Draft
from yifa.site.demo.histories import between, elsewhere, handled, oversight, reviewed

Story = Callable[[Draft], None]
WRITTEN = frozenset({Channel.ONLINE, Channel.LETTER})
ANY = WRITTEN | {Channel.VISIT}
VISIT = frozenset({Channel.VISIT})


@dataclass(frozen=True, slots=True)
class Part:
    """一种经过 — a course, how many petitions take it in 2024 and 2025, its weight in the live year.

    `window`: the first and last day of the year, as (month, day), on which such a petition may come in.
    `led`: a lead official may be appointed.
    """

    story: Story
    in_2024: int
    in_2025: int
    live: float
    window: tuple[tuple[int, int], tuple[int, int]] = ((1, 1), (11, 5))
    channels: frozenset[Channel] = ANY
    led: bool = True

    def count(self, year: int) -> int:
        """How many in a year that is over."""
        return self.in_2024 if year == 2024 else self.in_2025


def _until(month: int, day: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (1, 1), (month, day)


PARTS = (
    Part(handled.mediated, 40, 70, 8),
    Part(handled.settled, 20, 32, 4),
    Part(handled.extended, 14, 24, 3, _until(8, 10)),
    Part(handled.heard, 4, 8, 1, _until(9, 1)),
    Part(handled.assigned, 24, 40, 5, _until(9, 15)),
    Part(handled.helped, 8, 16, 2),
    Part(handled.supplemented, 8, 14, 2),
    Part(handled.withdrawn, 8, 12, 2, led=False),
    Part(handled.came_back, 10, 14, 1.5, _until(9, 30)),
    Part(elsewhere.suggestion_taken_up, 8, 12, 1.5, led=False),
    Part(elsewhere.suggestion_in_part, 6, 9, 1, led=False),
    Part(elsewhere.suggestion_not_taken_up, 5, 7, 1, led=False),
    Part(elsewhere.fulfilled, 50, 78, 9, led=False),
    Part(elsewhere.anonymous, 2, 4, 0.5, channels=WRITTEN, led=False),
    Part(elsewhere.diverted, 40, 50, 8, led=False),
    Part(elsewhere.diverted_with_result, 24, 40, 5, _until(8, 15), led=False),
    Part(elsewhere.referred, 70, 40, 10, led=False),
    Part(elsewhere.referred_with_result, 6, 10, 1, _until(9, 1), led=False),
    Part(elsewhere.terminated, 1, 3, 0.3, _until(8, 15), led=False),
    Part(elsewhere.sealed, 18, 24, 3, led=False),
    Part(between.objection_agreed, 8, 14, 2),
    Part(between.objection_refused, 3, 5, 0.7),
    Part(between.joint_agreed, 3, 5, 0.6),
    Part(between.joint_by_superior, 2, 4, 0.4),
    Part(between.joint_by_conference, 1, 2, 0.2),
    Part(between.succeeded, 0, 4, 0, ((1, 20), (2, 20))),
    Part(between.split, 12, 22, 2.5),
    Part(between.several, 8, 14, 1.5),
    Part(between.reclassified, 2, 5, 0.6, _until(7, 31)),
    Part(between.reclassified_twice, 1, 2, 0.3, _until(8, 31)),
    Part(between.declined_above, 1, 3, 0.4, _until(9, 30)),
    Part(reviewed.upheld, 8, 14, 1.5, _until(7, 10)),
    Part(reviewed.changed, 2, 4, 0.5, _until(7, 10)),
    Part(reviewed.redone, 1, 3, 0.4, _until(5, 31)),
    Part(reviewed.final, 2, 4, 0.5, _until(4, 30)),
    Part(reviewed.final_heard, 1, 3, 0.3, _until(4, 20)),
    Part(reviewed.barred, 1, 2, 0.2, _until(4, 10)),
    Part(oversight.supervised, 4, 8, 1),
    Part(oversight.advised_on_work, 3, 6, 0.6, _until(9, 15)),
    Part(oversight.advised_on_policy, 1, 2, 0.3, _until(9, 15)),
    Part(oversight.advised_on_liability, 1, 3, 0.3, _until(9, 15)),
    Part(oversight.measured, 1, 3, 0.3),
    Part(oversight.recused, 2, 4, 0.4),
    Part(oversight.corrected, 2, 4, 0.4, channels=VISIT),
    Part(oversight.struck, 1, 2, 0.2, led=False),
    Part(oversight.urgent, 2, 4, 0.4),
)
"""What a year holds beside the petitions answered and resolved, or answered and not, in the ordinary way."""

ORDINARY = 62.0
UNRESOLVED = 6.0
"""The weights in the live year of the two ordinary courses."""
