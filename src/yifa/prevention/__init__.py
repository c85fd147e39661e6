"""源头预防 — dispute screening by towns, and the proxy service (代办)."""
