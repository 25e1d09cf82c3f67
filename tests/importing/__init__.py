"""Tests of bringing points along."""
