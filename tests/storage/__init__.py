"""The database on SQLite and PostgreSQL, and its schema."""
