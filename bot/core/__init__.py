"""Plugins and what carries a message from a platform to a handler and back."""
