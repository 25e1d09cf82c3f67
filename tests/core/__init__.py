"""Tests of the core: declarations, the life of an update, jobs, settings and permissions."""
