"""Tests of journeys, enrolments and the outbox."""
