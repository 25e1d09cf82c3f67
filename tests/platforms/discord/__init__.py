"""Tests of the Discord edge, on the real library and a Discord in memory."""
