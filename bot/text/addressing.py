"""Words that call the bot by its name in a chat, as networks write names: "@afterglow, how much is delivery?"."""

import re
from functools import lru_cache

_SEPARATING = " \t\n,:;-–—"


def said_to(text: str, name: str) -> str | None:
    """What `text` says to whoever is called `name`, without that: "@afterglow" as a word, or "<@7>".

    None where the text does not call them; "" where it does nothing else.
    """
    said, times = _calling(name).subn(" ", text)
    return in_words(said) if times else None


def in_words(text: str) -> str:
    """`text` in one line; "" where it has no words, as a thumb up has none."""
    return " ".join(text.split()).strip(_SEPARATING) if any(map(str.isalnum, text)) else ""


@lru_cache(maxsize=16)
def _calling(name: str) -> re.Pattern[str]:
    before, after = (r"(?<![\w@./])", r"(?!\w)") if name.startswith("@") else ("", "")
    return re.compile(f"{before}{re.escape(name)}{after}[,:]?", re.IGNORECASE)
