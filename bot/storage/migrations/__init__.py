"""The migrations of the core and the bundled plugins; `new.py` tells how one is made."""
