"""Tests talk to a whole bot with a real database and a clock to move."""
