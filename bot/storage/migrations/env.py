"""Alembic's entry: it runs this file for every upgrade and for every new revision, of whichever owner."""

from alembic import context

# Alembic wants the work done at import. We run inside a transaction that is already open, so it commits nothing.
context.configure(**context.config.attributes["options"])
context.run_migrations()
