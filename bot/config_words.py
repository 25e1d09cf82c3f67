"""What is wrong in the configuration, in our own words: those of the libraries that notice it are for programmers."""

import re
from collections.abc import Iterable, Mapping

from bot.errors import Said

_TIME = Said("refusal-config-takes-time")
_WHOLE = Said("refusal-config-takes-whole")
_NUMBER = Said("refusal-config-takes-number")
_YES_NO = Said("refusal-config-takes-yes-no", yes="true", no="false")
_KINDS = {
    "string_type": Said("refusal-config-takes-text"),
    "string_too_short": Said("refusal-config-takes-something"),
    "path_type": Said("refusal-config-takes-folder"),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "time_type": _TIME,
    "time_parsing": _TIME,
}


class WrongValueError(ValueError):
    """A value that one of our own checks refuses."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.said = Said(key, **values)

    def __str__(self) -> str:
        return str(self.said)


def fault_in_words(kind: str, limits: Mapping[str, object]) -> Said:
    """What is wrong with a value, by pydantic's name for it and its limits. No value is ever told."""
    match kind, limits.get("error"):
        case "value_error", WrongValueError() as error:
            return error.said
        case "literal_error", _:
            return Said(
                "refusal-config-takes-one-of", choices=one_of(re.findall(r"'([^']*)'", str(limits["expected"])))
            )
        case "greater_than_equal", _:
            return Said("refusal-config-takes-or-more", least=str(limits["ge"]))
        case "less_than_equal", _:
            return Said("refusal-config-takes-or-less", most=str(limits["le"]))
        case "string_too_long", _:
            return Said("refusal-config-takes-characters", most=str(limits["max_length"]))
    return _KINDS.get(kind, Said("refusal-config-takes-other"))


def one_of(names: Iterable[str]) -> Said:
    """Names in quotes to choose from: "en" or "cs"."""
    *most, last = (f'"{name}"' for name in names)
    return Said("refusal-one-of", most=", ".join(most), last=last, several="yes" if most else "no")


_SYNTAX = (
    (("twice", "overwrite", "redefine", "mutate", "Duplicate"), "twice"),
    (("Unterminated", "Illegal character '\\n'"), "quote"),
    (("Unclosed",), "bracket"),
    (("Unescaped",), "backslash"),
    (("date or datetime",), "moment"),
)


def syntax_in_words(problem: str) -> tuple[Said, Said]:
    """What is wrong with the way a file is written, and the cure, by what the reader of TOML says."""
    kind = next((kind for marks, kind in _SYNTAX if any(mark in problem for mark in marks)), "other")
    return Said(f"refusal-toml-{kind}"), Said(f"refusal-toml-{kind}-cure")
