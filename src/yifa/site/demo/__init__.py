"""示范旗 — the demonstration banner: a made-up office with the figures of a real year, put on record through the one door."""

from yifa.site.demo.load import PASSWORD, Account, Loaded, accounts, load, planned, unfinished

__all__ = ["PASSWORD", "Account", "Loaded", "accounts", "load", "planned", "unfinished"]
