"""The house of the table of permissions, for every test that walks the addresses."""

from tests.site.test_permissions import house

__all__ = ["house"]
