"""Whatever happens to a file, it gives messages and broken lines or is refused; nothing else escapes."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import InputFileError
from bot.sources.recorded import open_recording
from tests.sources.recordings import read, twitch_chat, twitch_comment, write, youtube_line, youtube_said

_TWITCH = twitch_chat(*(twitch_comment(number, f"text {number}?", at=number * 9) for number in range(4)))
_YOUTUBE = "".join(youtube_line(str(number * 900), youtube_said(number, "čau 🫖?")) for number in range(4))
_TABLE = 'čas;autor;zpráva\n0:05;Řehoř;ahoj\n2026-11-20T18:00:00Z;Anna;"kolik; stojí?"\n12,5;Eva;hi\n'
_WHOLE = [text.encode() for text in (_TWITCH, _YOUTUBE, _TABLE)]
_WHOLE += [gzip.compress(whole, mtime=0) for whole in _WHOLE]

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged")


def _survives(path: Path) -> None:
    try:
        recording = open_recording(path)
    except InputFileError:
        return
    messages, broken = read(recording)
    assert messages
    assert all(0 <= message.offset.total_seconds() < 31 * 86_400 + 1 for message in messages)
    "".join(line.why for line in broken).encode()
    for message in messages:
        "".join((message.key, message.author_id, message.author_name, message.text)).encode()


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_flipped_lost_and_added_bytes_never_raise_anything_else(folder: Path, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(_WHOLE)))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    cut = data.draw(st.integers(0, len(content)) | st.just(len(content)))

    _survives(write(folder, bytes(content[:cut])))


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_wrong_types_never_raise_anything_else(folder: Path, data: st.DataObject) -> None:
    comment: object = data.draw(_with_another_value(twitch_comment(1, "text")))
    line: object = data.draw(_with_another_value(json.loads(_YOUTUBE.splitlines()[0])))

    _survives(write(folder, twitch_chat(comment, twitch_comment(2, "good"))))
    _survives(write(folder, json.dumps(line) + "\n" + _YOUTUBE))


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=5))
def test_odd_rows_never_raise_anything_else(folder: Path, rows: list[list[str]]) -> None:
    text = "time;author;text\n" + "\n".join(";".join(cells) for cells in rows)

    _survives(write(folder, text.encode("utf-8", "surrogatepass")))


def test_json_nested_without_end_never_raises_anything_else(folder: Path) -> None:
    _survives(write(folder, '{"comments": [' + "[" * 100_000))
    _survives(write(folder, '{"video": ' + '{"a":' * 100_000))
    _survives(write(folder, _YOUTUBE + '{"replayChatItemAction": ' + "[" * 100_000))


def test_numbers_of_any_length_never_raise_anything_else(folder: Path) -> None:
    digits = "9" * 10_000
    _survives(write(folder, _TWITCH.replace('"content_offset_seconds": 9', f'"content_offset_seconds": {digits}')))
    _survives(write(folder, _YOUTUBE.replace('"900"', digits).replace('"1800"', f'"{digits}"')))
    _survives(write(folder, f"{_TABLE}{digits};Anna;hi\n{digits}:00;Anna;hi\n"))


@st.composite
def _with_another_value(draw: st.DrawFn, document: object) -> object:
    """The document with one value, at any depth, swapped for something else."""
    if isinstance(document, dict) and document and draw(st.booleans()):
        key = draw(st.sampled_from(sorted(document)))
        return document | {key: draw(_with_another_value(document[key]))}
    if isinstance(document, list) and document and draw(st.booleans()):
        return [draw(_with_another_value(document[0])), *document[1:]]
    return draw(_JSON)
