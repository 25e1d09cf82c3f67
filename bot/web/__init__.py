"""The web server that the process shares: platforms, sources and the panel open their addresses on it."""
