"""A community's year by a seed: what the bot keeps in the end, held against a diary that a child could keep."""
