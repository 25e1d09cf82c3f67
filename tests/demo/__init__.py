"""Tests of the demo: its story, its account, how it looks."""
