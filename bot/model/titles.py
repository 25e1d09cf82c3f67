"""Names that people type, with the text that says what each is called in the reader's language."""


class Titled(str):
    """A name as it is typed. Texts show its title, the text `key`, and the name behind it; without a title the name.

    A type of its own, so that a name is never shown bare to somebody who does not know it; where it picks the words
    around it, and in a button, it stays what it is.
    """

    key: str

    def __new__(cls, name: str, key: str) -> "Titled":
        made = super().__new__(cls, name)
        made.key = key
        return made


def plugin_named(name: str) -> Titled:
    """A plugin; its title is the text "<plugin>-title"."""
    return Titled(name, f"{name}-title")


def journey_named(name: str) -> Titled:
    """A journey as "<plugin>.<name>"; its title is the text "<plugin>-journey-<name>.title"."""
    return Titled(name, f"{name.replace('.', '-journey-', 1)}.title".replace("_", "-"))
