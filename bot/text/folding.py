"""Words compared as people type them: capitals and accents do not matter."""

import unicodedata


def folded(text: str) -> str:
    """`text` in small letters without accents: "Žofie" is "zofie"."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
