"""A file is cut into its entries as parsing it would, and each entry is read only when somebody asks for it."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.text.files import LocaleFile, bundled_locales, read_locales
from bot.text.texts import LanguageTexts
from tests.text.folders import write_locales

SOURCE = """\
### About this file

# About the one: a = b
one = First
    second line, where c = d
    .name = One
-brand = Afterglow
two = { $count ->
[one] one
*[other] { $count
}
} of { -brand }
three = { two } and { one.name }
"""


def only_file(folder: Path, source: str) -> LocaleFile:
    [file] = read_locales([write_locales(folder, en=source)])
    return file


def parsed_whole(file: LocaleFile) -> dict[str, ast.EntryType]:
    entries = [entry for entry in file.resource.body if isinstance(entry, ast.Message | ast.Term)]
    return {("-" if isinstance(entry, ast.Term) else "") + entry.id.name: entry for entry in entries}


def assert_cut_right(file: LocaleFile) -> None:
    parser = FluentParser()
    cut = {entry.id: parser.parse_entry(entry.source) for entry in file.entries()}
    whole = parsed_whole(file)
    assert cut.keys() == whole.keys()
    assert all(cut[id].equals(whole[id], ["span", "comment"]) for id in whole)


def test_entries_are_cut_where_the_parser_ends_them(tmp_path: Path) -> None:
    file = only_file(tmp_path, SOURCE)
    assert [entry.id for entry in file.entries()] == ["one", "-brand", "two", "three"]
    assert_cut_right(file)


OUR_FILES = list(read_locales([bundled_locales()]))


@pytest.mark.long
@pytest.mark.parametrize("file", OUR_FILES, ids=lambda file: f"{file.language}/{file.name}")
def test_our_own_files_are_cut_as_parsing_them_would(file: LocaleFile) -> None:
    assert_cut_right(file)


def test_a_text_knows_the_variables_of_all_that_it_refers_to(tmp_path: Path) -> None:
    texts = LanguageTexts("en", print)
    texts.add(only_file(tmp_path, SOURCE))

    three = texts.find("three")
    assert three is not None
    assert three.variables == {"count"}
    assert texts.bundle.format_pattern(three.pattern, {"count": 3}) == ("3 of Afterglow and One", [])


def test_a_broken_text_is_told_once_asked_for_and_the_others_are_there(tmp_path: Path) -> None:
    told: list[tuple[object, ...]] = []
    texts = LanguageTexts("en", lambda *problem: told.append(problem))
    texts.add(only_file(tmp_path, "fine = Fine\nbroken = { $x ->\nalso = Fine\n"))
    assert not told

    assert texts.find("broken") is None
    assert texts.find("broken") is None
    assert texts.find("fine") is not None
    assert texts.find("also") is not None
    assert told == [("%s, line %s cannot be read", f"{tmp_path.name}/en/core.ftl", "2")]
