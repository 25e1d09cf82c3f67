"""Afterglow: keeps a community warm after a live stream."""
