"""站点 — settings, addresses, command line, health."""
