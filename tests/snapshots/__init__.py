"""Screens of the plugins as committed texts."""
