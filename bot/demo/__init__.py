"""A first look: a bundled stream and its 48 hours, played on a virtual clock."""
