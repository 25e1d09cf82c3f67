"""Journeys, enrolments and the outbox: what leaves, when, and why."""
