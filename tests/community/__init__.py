"""Tests of the community: activities, facts, rules, audit."""
