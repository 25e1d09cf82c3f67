"""What counts as a question in a chat: a question mark outside links."""

import re

# Latin, full-width, Arabic, Greek, Armenian, Ethiopic, inverted, and the doubled marks that Unicode keeps as one sign.
# The Greek one only looks like a semicolon, so it is written by its number.
QUESTION_MARKS = frozenset("?？؟\u037e՞፧¿⁇⁈⁉")

# A link starts with a scheme or www, or is a bare domain that goes on with a path or a query. What ends a sentence is
# not part of it, as in GitHub's autolinks: "seen https://example.com/a?" asks, "https://example.com/?a=1" does not.
_LINK = re.compile(
    r"""
    (?: https?:// | \bwww\. | \b(?:[\w-]+\.)+[a-z]{2,}(?=/|\?[\w-]+=) )
    \S*?
    (?= [?!.,:;'")\]*_~]* (?:\s|$) )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_question(text: str) -> bool:
    """Whether `text` holds a question mark of any script once its links are taken out."""
    if QUESTION_MARKS.isdisjoint(text):
        return False
    return not QUESTION_MARKS.isdisjoint(_LINK.sub(" ", text))
