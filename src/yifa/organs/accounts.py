"""账号: a user together with the place of work and the roles."""

import secrets
from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db import transaction

from yifa.organs.models import Role, Staff

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No sign that is taken for another when read aloud or from paper."""


@transaction.atomic
def create_staff(*, username: str, name: str, organ: str, roles: Iterable[Role], password: str | None = None) -> Staff:
    """开户 — a user and the staff row, or neither; without a password nobody can sign in with it yet.

    Wrong values raise `ValidationError` in Chinese, naming the field.
    """
    user = get_user_model()(username=username)
    user.set_password(password)
    user.full_clean()
    user.save(force_insert=True)
    staff = Staff(user=user, organ_id=organ, name=name.strip(), roles=[role.value for role in roles])
    staff.full_clean()
    staff.save(force_insert=True)
    return staff


@transaction.atomic
def initial_password(staff: Staff) -> str:
    """初始密码 — a new one, told here once and kept nowhere; its bearer must change it before anything else.

    Whoever is signed in with the old one is signed out by it.
    """
    said = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
    staff.user.set_password(said)
    staff.user.save(update_fields=["password"])
    staff.initial = True
    staff.save(update_fields=["initial"])
    return said
