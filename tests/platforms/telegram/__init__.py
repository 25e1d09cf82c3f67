"""Tests of the Telegram edge, against a Bot API server of our own."""
