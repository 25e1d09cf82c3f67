"""What is wrong in the configuration, in our own words: those of the libraries that notice it are for programmers."""

from collections.abc import Iterable, Mapping

_TIME = 'it should be a time of day in whole minutes, such as "22:00"'
_WHOLE = "it should be a whole number"
_YES_NO = "it should be true or false"
_KINDS = {
    "string_type": 'it should be text in quotes, such as "Our community"',
    "string_too_short": "it should not be empty",
    "path_type": 'it should be the path of a folder in quotes, such as "data"',
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "time_type": _TIME,
    "time_parsing": _TIME,
}
_OTHER = "it is nothing that this key takes"


def fault_in_words(kind: str, message: str, limits: Mapping[str, object]) -> str:
    """What is wrong with a value, by pydantic's name for it, its message and its limits. No value is ever told."""
    match kind:
        case "value_error":  # one of our own
            return message.removeprefix("Value error, ")
        case "literal_error":
            return "it should be " + str(limits["expected"]).replace("'", '"')
        case "greater_than_equal":
            return f"it should be {limits['ge']} or more"
        case "less_than_equal":
            return f"it should be {limits['le']} or less"
        case "string_too_long":
            return f"it should have {limits['max_length']} characters at most"
    return _KINDS.get(kind, _OTHER)


def one_of(names: Iterable[str]) -> str:
    """Names in quotes to choose from: "en" or "cs"."""
    *most, last = (f'"{name}"' for name in names)
    return f"{', '.join(most)} or {last}" if most else last


_CLOSE = "Close it, or write text in quotes on one line."
_QUOTE = 'Texts stand in quotes, sections in brackets: name = "Our community" below [community].'
_SYNTAX = (
    (("twice", "overwrite", "redefine", "mutate", "Duplicate"), "this section or key is there already, further up",
     "Put everything of a section below one heading, and each key there once."),
    (("Unterminated", "Illegal character '\\n'"), "a quotation mark is not closed", _CLOSE),
    (("Unclosed",), "a bracket is not closed", "Close it."),
    (("Unescaped",), "a backslash stands for itself in single quotes only", "Write C:/data, or 'C:\\data'."),
    (("date or datetime",), "there is no such date or time", "Write times in quotes, such as \"22:00\"."),
)  # fmt: skip


def syntax_in_words(problem: str) -> tuple[str, str]:
    """What is wrong with the way a file is written, and the cure, by what the reader of TOML says."""
    for marks, what, cure in _SYNTAX:
        if any(mark in problem for mark in marks):
            return what, cure
    return "this line cannot be understood", _QUOTE
