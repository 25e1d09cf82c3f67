"""A file that somebody handed in with a form: what its field comes back as, and where the network keeps it."""

from msgspec import Struct

LONGEST_NAME = 80


class Upload(Struct, frozen=True):
    """A file on a network, until it is fetched. `reference` is what the network knows it by, `size` in bytes."""

    platform: str
    reference: str
    size: int
    name: str

    @property
    def value(self) -> str:
        """As the form's field comes back."""
        return "\n".join((self.platform, self.reference.replace("\n", " "), str(self.size), self.name))

    @property
    def safe_name(self) -> str:
        """The name as a file may be called anywhere, with its kind at the end."""
        bare = "".join(sign for sign in self.name if sign.isprintable() and sign not in '\\/:*?"<>|').strip(". ")
        stem, dot, kind = bare.rpartition(".")
        kept = f"{stem[: LONGEST_NAME - len(kind) - 1]}{dot}{kind}" if stem and len(kind) < 10 else bare[:LONGEST_NAME]
        return kept or "file"


def upload_of(value: str) -> Upload | None:
    """The file that a field's value stands for; None for no file."""
    parts = value.split("\n", 3)
    if len(parts) != 4 or not parts[2].isdecimal():
        return None
    return Upload(parts[0], parts[1], int(parts[2]), parts[3])
