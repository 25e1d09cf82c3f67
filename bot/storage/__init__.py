"""Databases: SQLite by default, PostgreSQL at scale."""
