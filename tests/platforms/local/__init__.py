"""Tests of the local chat and of its terminal."""
