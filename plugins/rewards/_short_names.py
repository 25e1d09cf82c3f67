"""Short stand-ins for long names in buttons."""

from hashlib import sha256


def short_for(name: str) -> str:
    """Eight letters that stand for a name in a button, which has no room for long ones."""
    return sha256(name.encode()).hexdigest()[:8]
