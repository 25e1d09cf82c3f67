"""The bytes of a recording, plain or gzipped, in pieces and in lines, so that no file has to fit into memory."""

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

PIECE = 256 * 1024
LONGEST_LINE = 1024 * 1024
_GZIP_MARK = b"\x1f\x8b"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_ENDINGS = re.compile(r"(\.(gz|json|jsonl|live_chat|csv|tsv|txt))+$", re.IGNORECASE)


def title_of(path: Path) -> str:
    """The name of the file without its endings, for chats that do not name their stream."""
    return _ENDINGS.sub("", path.name) or path.name


class RecordingFile:
    """One pass over a file. `damage` says after the pass what stopped it early, or is empty."""

    def __init__(self, path: Path, progress: Callable[[int], None] | None = None) -> None:
        self._path = path
        self._progress = progress
        self.damage = ""

    def head(self) -> bytes:
        """The first piece, unpacked: enough to tell the format. Raises OSError."""
        return next(self.pieces(), b"")

    def pieces(self) -> Iterator[bytes]:
        """The unpacked bytes in pieces: UTF-8 without its mark, also where a mark says that they are UTF-16.

        Tells the progress as the bytes read of the file as it lies on the disk. Raises OSError when the file cannot be
        opened or read. A damaged archive ends the pass and is noted in `damage`.
        """
        return _unmarked(self._pieces())

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines with their numbers from 1, without the line ends; a line over `LONGEST_LINE` comes in parts."""
        number, rest = 1, b""
        for piece in self.pieces():
            *whole, rest = (rest + piece).split(b"\n")
            for line in whole:
                yield number, line.removesuffix(b"\r")
                number += 1
            if len(rest) > LONGEST_LINE:
                yield number, rest
                rest = b""
        if rest:
            yield number, rest

    def _pieces(self) -> Iterator[bytes]:
        with self._path.open("rb") as raw:
            unpacked = self._unpacked(raw)
            while piece := self._next_piece(unpacked):
                self._tell(raw.tell())
                yield piece

    @staticmethod
    def _unpacked(raw: io.BufferedIOBase) -> io.BufferedIOBase:
        packed = raw.read(len(_GZIP_MARK)) == _GZIP_MARK
        raw.seek(0)
        return gzip.GzipFile(fileobj=raw, mode="rb") if packed else raw

    def _next_piece(self, unpacked: io.BufferedIOBase) -> bytes:
        try:
            return unpacked.read1(PIECE)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            self.damage = f"the gzip archive is damaged or cut off here: {error}"
            return b""

    def _tell(self, position: int) -> None:
        if self._progress is not None:
            self._progress(position)


def _unmarked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same in UTF-8 and without a mark. Excel writes UTF-16, and so does the shell of Windows."""
    first = b""
    while len(first) < len(codecs.BOM_UTF8) and (piece := next(pieces, b"")):
        first += piece
    if not first.startswith(_UTF_16):
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
    for piece in chain([first], pieces):
        yield decoder.decode(piece).encode()
    yield decoder.decode(b"", final=True).encode()
