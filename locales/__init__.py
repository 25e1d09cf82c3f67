"""Translations: one folder per language, one .ftl file per plugin and one for the core."""
