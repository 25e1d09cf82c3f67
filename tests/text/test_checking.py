"""The check finds what translators and programmers forget."""

from pathlib import Path

import pytest

from bot.text.checking import LocaleProblem, check_locales
from bot.text.files import bundled_locales
from tests.text.folders import write_locales

NBSP = "\u00a0"


def problems(root: Path, **texts: str) -> list[tuple[str, str]]:
    """Id and problem of all that is found in these files."""
    return [(problem.id, problem.what) for problem in check_locales([write_locales(root, **texts)])]


def test_the_bundled_texts_are_whole_and_every_key_that_our_code_names_has_one() -> None:
    root = bundled_locales()
    assert check_locales([root], code=[root.parent / "bot", root.parent / "plugins"]) == []


def test_whole_texts_have_no_problems(tmp_path: Path) -> None:
    english = "a = { $n ->\n    [one] { $n } point\n   *[other] { $n } points\n }\nb = You are in { $city }...\n"
    czech = (
        "a = { $n ->\n    [one] { $n } bod\n    [few] { $n } body\n"
        "    [many] { $n } bodu\n   *[other] { $n } bodů\n }\n"
        f'b = Jsi v{NBSP}{{ $city }}… „Tak!“ <a href="https://x.y">k{NBSP}nám</a> i sem a tam, 5 s\n'
    )
    assert problems(tmp_path, en=english, cs=czech) == []


@pytest.mark.parametrize(
    ("english", "czech", "found"),
    [
        ("a = A\nb = B", "a = A", ("b", "missing")),
        ("a = A", "a = A\nb = B", ("b", "not in en")),
        ("a = A", "a = { $x }", ("a", "$x is unknown to en")),
        ("a = A\n    .title = T", "a = A", ("a.title", "a.title is missing")),
        ("a = A", "a = A\n    .title = T", ("a.title", "a.title is not in en")),
        ("a = A", "a = A\na = B", ("a", "already in ours/cs/core.ftl")),
        ("a = A", "a = { b }", ("a", "refers to b, which is not there")),
        ("a = A", "a = { -brand }", ("a", "refers to -brand, which is not there")),
        ("a = { $n }", "a = { $n ->\n    [one] bod\n   *[other] bodů\n }", ("a", "a plural lacks few, many")),
        ("a = { $n }", "a = { $n ->\n    [0] nic\n   *[other] bodů\n }", ("a", "a plural lacks few, many, one")),
        ("a = A", "a = Jsi v kuchyni", ("a", 'an ordinary space after "v"')),
        ("a = { $x }", "a = K { $x }", ("a", 'an ordinary space after "K"')),
        ("a = 1,000", "a = 1 000 bodů", ("a", "an ordinary space within 1 000")),
        ("a = A", 'a = Říká "ano"', ("a", "straight double quotes")),
        ("a = A", 'a = <code>x = "ano"</code> je "ano"', ("a", "straight double quotes")),
        ("a = A", "a = Tak...", ("a", "three dots")),
        ("a = A", "a = Ahoj! Tak!", ("a", "more than one exclamation mark")),
        ("a = { $n }", "a = Hej! { $n ->\n    [a] ne\n   *[b] ano!\n }", ("a", "more than one exclamation mark")),
        (
            "cmd-a = A\n    .name = a",
            "cmd-a = A\n    .name = Velké",
            ("cmd-a.name", '"Velké" is no name for a command'),
        ),
        ("cmd-a = A", "cmd-a = A\n    .name = dvě slova", ("cmd-a.name", '"dvě slova" is no name for a command')),
        ("opt-a-b = A", f"opt-a-b = {'a' * 101}", ("opt-a-b", "a description of 101 characters")),
        ("cmd-a = { $n }", "cmd-a = A", ("cmd-a", "a command's text has variables")),
    ],
)
def test_each_problem_is_named(tmp_path: Path, english: str, czech: str, found: tuple[str, str]) -> None:
    assert problems(tmp_path / "ours", en=english, cs=czech) == [found]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<b>A", "<b> is not closed"),
        ("A</i>", "</i> closes nothing"),
        ("</b>A<b>", "</b> closes nothing"),
        ('<a href="{ $link }">A', "<a> is not closed"),
        ("{ $n ->\n    [a] <b>A</b>\n   *[b] <b>B\n }", "<b> is not closed"),
        ("<b>{ $n ->\n    [a] A</b>\n   *[b] B\n }", "<b> is not closed"),
    ],
)
def test_a_look_that_never_ends_is_found(tmp_path: Path, text: str, what: str) -> None:
    assert problems(tmp_path, en=f"a = {text}") == [("a", what)]


def test_looks_may_end_in_each_variant_and_in_any_order(tmp_path: Path) -> None:
    text = 'a = <b>{ $n ->\n    [a] A</b>\n   *[b] B</b> <i><code>C</i></code>\n } <a href="{ $x }">D</a> 1 <2'
    assert problems(tmp_path, en=text) == []


def test_one_exclamation_mark_in_each_variant_is_fine(tmp_path: Path) -> None:
    assert problems(tmp_path, en="a = { $n ->\n    [a] Yes!\n   *[b] No!\n }") == []


def test_a_selector_over_words_needs_no_plurals(tmp_path: Path) -> None:
    same = "a = { $kind ->\n    [badge] A\n   *[other] B\n }"
    assert problems(tmp_path, en=same, cs=same) == []


def test_circles_of_references_are_found(tmp_path: Path) -> None:
    assert problems(tmp_path, en="-b = { a }\na = { -b }\nc = { a }") == [
        ("-b", "refers to itself"),
        ("a", "refers to itself"),
    ]


def test_a_file_that_is_missing_is_told_once(tmp_path: Path) -> None:
    root = write_locales(tmp_path / "locales", en="a = A", cs="a = A", en__polls="polls-a = A\npolls-b = B")
    here = f"{tmp_path.name}/locales"  # with the plugin's folder, for many call theirs like that
    assert check_locales([root]) == [
        LocaleProblem(f"{here}/cs/polls.ftl", "", "the file is missing", f"Translate {here}/en/polls.ftl.")
    ]
    assert str(check_locales([root])[0]) == f"{here}/cs/polls.ftl: the file is missing. Translate {here}/en/polls.ftl."


def test_ids_of_a_plugin_start_with_its_name(tmp_path: Path) -> None:
    assert problems(tmp_path, en__polls="polls-a = A\ncmd-poll = P\nother-a = A") == [
        ("other-a", "a foreign id in this file")
    ]


def test_duplicates_are_found_over_all_files_and_roots(tmp_path: Path) -> None:
    ours = write_locales(tmp_path / "ours", en="polls-a = A")
    theirs = write_locales(tmp_path / "theirs", en__polls="polls-a = A")
    assert [problem.what for problem in check_locales([ours, theirs])] == ["already in ours/en/core.ftl"]


def test_junk_is_named_with_its_line(tmp_path: Path) -> None:
    (problem,) = check_locales([write_locales(tmp_path / "ours", en="a = A\n\nbroken = { $x\nb = B\n")])
    assert (problem.file, problem.id) == ("ours/en/core.ftl:3", "broken = { $x")
    assert problem.what.startswith("cannot be read: ")


def test_a_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    root = write_locales(tmp_path, en="a = A")
    (root / "en" / "core.ftl").write_bytes("a = čaj\n".encode("cp1250"))
    assert [problem.what for problem in check_locales([root])] == ["the file is not UTF-8"]


def test_keys_that_the_code_names_must_exist(tmp_path: Path) -> None:
    root = write_locales(tmp_path / "locales", en="error-known = Known\n    .short = K")
    code = tmp_path / "code.py"
    code.write_text('t("error-known")\nt("error-known.short")\n\nt("error-unknown")\n', encoding="utf-8")
    assert check_locales([root], code=[code]) == [
        LocaleProblem(f"{code}:4", "error-unknown", "no such text", "Add it to a file in en/.")
    ]
