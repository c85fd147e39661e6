"""办理经过 — how the invented petitions go: several histories of every track, with how often each is met."""

from datetime import date
from itertools import accumulate
from random import Random

from banners import Banner
from draft import Draft

from histories import opinions, tracks, turns
from histories.table import DIRECT, OFFICE
from yifa.law.acts import Act

_WRITTEN = (opinions, turns, tracks)

_TABLES = {
    direct: ([one for one, _ in table], list(accumulate(weight for _, weight in table)))
    for direct, table in ((False, OFFICE), (True, DIRECT))
}


def write(chance: Random, on: date, banner: Banner, home: str, until: date) -> tuple[str, list[Act]]:
    """Invent a history that begins on a day, as far as it has come by `until`: the name of its kind, and its acts."""
    histories, weights = _TABLES[home != banner.office]
    history = chance.choices(histories, cum_weights=weights)[0]
    draft = Draft(chance, on, banner, home)
    history(draft)
    acts = draft.acts
    while acts[-1].on > until:
        acts.pop()
    return history.__name__, acts
