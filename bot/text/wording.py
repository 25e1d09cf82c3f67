"""Rules for the wording of one message: plurals, typography, exclamation marks, the names of commands."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.text.languages import babel_locale

Finding = tuple[str, str]
"""What is wrong, and its cure."""

Named = tuple[str, ast.Pattern]
"""An id ("cmd-ping") or id and attribute ("cmd-ping.name"), with its pattern."""

_CATEGORIES: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
_FILLED: Final = "x"  # stands for a variable: a letter, since what is filled in continues a word or starts one
_TAG: Final = re.compile(r"</?(?:b|i|code)>|<a href=\"[^\"]*\">|</a>")
_CODE: Final = re.compile(r"<code>.*?</code>")
_MARK: Final = re.compile(r"<(?P<close>/?)(?P<name>b|i|code|a)\b[^<>]*>")  # an address may be filled in: then only "<a"
# A unit after a number ("5 s") is no preposition.
_PREPOSITION: Final = re.compile(r"(?<!\w)(?<!\d[ \u00a0])([ksvzouKSVZOU])[ \n]")
_THOUSANDS: Final = re.compile(r"\d \d{3}(?!\d)")
_COMMAND_NAME: Final = re.compile(r"[\w-]{1,32}")
_LONGEST_DESCRIPTION: Final = 100
_IS_COMMAND: Final = ("cmd-", "opt-")


class Parts(Visitor):
    """What a message refers to."""

    def __init__(self, node: ast.BaseNode) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.selectors: list[ast.SelectExpression] = []
        self.visit(node)

    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.VariableReference):
            self.variables.add(node.id.name)
        elif isinstance(node, ast.MessageReference):
            self.references.add(node.id.name)
        elif isinstance(node, ast.TermReference):
            self.references.add(f"-{node.id.name}")
        elif isinstance(node, ast.SelectExpression):
            self.selectors.append(node)
        super().generic_visit(node)


def findings(name: str, pattern: ast.Pattern, language: str) -> Iterator[Finding]:
    """All that is wrong with the wording of one pattern in `language`."""
    for rule in _RULES:
        yield from rule(name, pattern, language)


def patterns(entry: ast.Message | ast.Term) -> Iterator[Named]:
    """The value and the attributes of an entry, each with its name."""
    if entry.value is not None:
        yield entry.id.name, entry.value
    for attribute in entry.attributes:
        yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def _plurals(_: str, pattern: ast.Pattern, language: str) -> Iterator[Finding]:
    """All plural categories of the language. Source: CLDR, plural rules."""
    needed = set(babel_locale(language).plural_form.tags) | {"other"}
    for selector in Parts(pattern).selectors:
        words = {variant.key.name for variant in selector.variants if isinstance(variant.key, ast.Identifier)}
        counts = bool(words & (_CATEGORIES - {"other"})) or words <= _CATEGORIES
        missing = sorted(needed - words)
        if counts and missing:
            yield (
                f"a plural lacks {', '.join(missing)}",
                f"Add the variants {', '.join(f'[{key}]' for key in missing)}.",
            )


def _excited(_: str, pattern: ast.Pattern, language: str) -> Iterator[Finding]:
    if _exclamations(pattern) > 1:
        yield "more than one exclamation mark", "Keep one at most."


def _exclamations(pattern: ast.Pattern) -> int:
    """How many a reader may see at once: of the variants, the worst."""
    count = 0
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            count += element.value.count("!")
        elif isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression):
            count += max(_exclamations(variant.value) for variant in element.expression.variants)
    return count


def _czech(_: str, pattern: ast.Pattern, language: str) -> Iterator[Finding]:
    """Czech typography. Source: Internetová jazyková příručka, prirucka.ujc.cas.cz."""
    if language.partition("-")[0] != "cs":
        return
    for text in _texts(pattern):
        if match := _PREPOSITION.search(text):
            yield f'an ordinary space after "{match[1]}"', "Put a non-breaking space (U+00A0) there."
        if match := _THOUSANDS.search(text):
            yield f"an ordinary space within {match[0]}", "Put a non-breaking space (U+00A0) there."
        if '"' in text:
            yield "straight double quotes", "Write „ and “."
        if "..." in text:
            yield "three dots", "Write the one sign …"


def _texts(pattern: ast.Pattern) -> Iterator[str]:
    """The text of the pattern and of each variant within, without tags; variables are a letter."""
    flat = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            flat.append(element.value)
        elif isinstance(element, ast.Placeable) and isinstance(element.expression, ast.StringLiteral):
            flat.append(str(element.expression.parse()["value"]))
        else:
            flat.append(_FILLED)
    yield _TAG.sub("", _CODE.sub(_FILLED, "".join(flat)))  # what is typed stands as it is typed
    for selector in Parts(pattern).selectors:
        for variant in selector.variants:
            yield from _texts(variant.value)


def _tags(_: str, pattern: ast.Pattern, language: str) -> Iterator[Finding]:
    """Each look ends where its text does: what stays open would run on to the end of the message."""
    for text in _readings(pattern):
        opened: Counter[str] = Counter()
        for mark in _MARK.finditer(text):
            opened[mark["name"]] += -1 if mark["close"] else 1
            if opened[mark["name"]] < 0:
                break
        for name, count in opened.items():
            if count > 0:
                yield f"<{name}> is not closed", f"Write </{name}> where it ends."
                return
            if count < 0:
                yield f"</{name}> closes nothing", "Remove it, or open it before."
                return


def _readings(pattern: ast.Pattern) -> Iterator[str]:
    """What readers may see: each variant once, with the first variant of every other choice."""
    flat = [_first(element) for element in pattern.elements]
    yield "".join(flat)
    for place, element in enumerate(pattern.elements):
        if isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression):
            for variant in element.expression.variants:
                for text in _readings(variant.value):
                    yield "".join([*flat[:place], text, *flat[place + 1 :]])


def _first(element: ast.TextElement | ast.Placeable) -> str:
    if isinstance(element, ast.TextElement):
        return str(element.value)
    if isinstance(element.expression, ast.SelectExpression):
        return next(_readings(element.expression.variants[0].value))
    if isinstance(element.expression, ast.StringLiteral):
        return str(element.expression.parse()["value"])
    return _FILLED


def _command(name: str, pattern: ast.Pattern, language: str) -> Iterator[Finding]:
    """Names and descriptions of commands, by Discord's rules, the narrower ones.

    Source: discord.com/developers/docs/interactions/application-commands, "Application Command Naming".
    """
    if not name.startswith(_IS_COMMAND):
        return
    if any(not isinstance(element, ast.TextElement) for element in pattern.elements):
        yield "a command's text has variables", "Write plain text: nothing is filled in there."
        return
    text = "".join(element.value for element in pattern.elements if isinstance(element, ast.TextElement))
    if name.endswith(".name"):
        if text != text.lower() or not _COMMAND_NAME.fullmatch(text):
            yield f'"{text}" is no name for a command', "Use 1 to 32 lower-case letters, digits, _ or -."
    elif "." not in name and len(text) > _LONGEST_DESCRIPTION:
        yield f"a description of {len(text)} characters", f"Shorten it to {_LONGEST_DESCRIPTION}."


_RULES: Final[tuple[Callable[[str, ast.Pattern, str], Iterator[Finding]], ...]] = (
    _plurals,
    _excited,
    _czech,
    _tags,
    _command,
)
