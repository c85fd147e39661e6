"""The plans of one seed and day, made once, and what the law makes of them."""

from datetime import date

import pytest

from yifa.law.fold import replay
from yifa.site.demo import planned
from yifa.site.demo.organs import directory

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def organs():
    return directory()


@pytest.fixture(scope="session")
def plans():
    return planned(2025, TODAY)


@pytest.fixture(scope="session")
def files(plans, organs):
    """Every planned petition as it stands on `TODAY`, by its key."""
    return {plan.key: replay(plan.acts, organs) for plan in plans}


@pytest.fixture(scope="session")
def office_files(files):
    """Those of the petition office."""
    return [petition for petition in files.values() if petition.registrar == "SF-XFJ"]
