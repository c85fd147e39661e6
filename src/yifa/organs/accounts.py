"""账号: a user together with the place of work and the roles."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db import transaction

from yifa.organs.models import Role, Staff


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
