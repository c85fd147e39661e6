"""Tests: `spec` by article, then one folder a room."""
