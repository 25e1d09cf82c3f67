"""The web server that the process shares."""
