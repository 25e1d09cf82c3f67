"""Recorded chats and signals from outside, read from real files."""
