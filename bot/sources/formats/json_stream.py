"""A JSON document walked piece by piece, so that a chat of any size is read in a few megabytes."""

import codecs
import json
import re
from collections.abc import Iterator

from bot.sources.formats.message import UnreadableError

# A comment has a few hundred characters. A longer value is a damaged one whose end was lost.
LONGEST_VALUE = 1024 * 1024
_OVERLAP = 4096
_SPACE = re.compile(r"\s*")


class JsonStream:
    """A cursor over the text of a JSON document; bytes that are no UTF-8 become replacement characters."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self._json = json.JSONDecoder()
        self._text = ""
        self._at = 0
        self._ended = False

    def peek(self) -> str:
        """The next character that is not a space, without passing it; empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._read_on()

    def take(self, mark: str) -> bool:
        """Pass `mark` if it comes next; tells whether it did."""
        found = self.peek() == mark
        self._at += found
        return found

    def value(self) -> object:
        """The next whole value. Raises UnreadableError, staying in place, when there is none or when it never ends."""
        self.peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
                # A number that touches the end of what was read may go on.
                if end < len(self._text) or self._ended:
                    self._at = end
                    return value
                why = "it never ends"
            except (ValueError, RecursionError) as error:
                why = str(error).partition(": line")[0]
            if self._ended:
                raise UnreadableError("recording-json-cut", why=why)
            if len(self._text) - self._at > LONGEST_VALUE:
                raise UnreadableError("recording-no-json", why=why)
            self._read_on()

    def skip_to(self, start: re.Pattern[str]) -> bool:
        """Move behind the present place to where `start` matches (within 4,096 characters); False at the end."""
        self._at += 1
        while True:
            found = start.search(self._text, self._at)
            if found:
                self._at = found.start()
                return True
            self._at = max(self._at, len(self._text) - _OVERLAP)
            if self._ended:
                self._at = len(self._text)
                return False
            self._read_on()

    def _read_on(self) -> None:
        piece = next(self._pieces, None)
        self._ended = piece is None
        fresh = self._decoder.decode(piece or b"", final=self._ended)
        self._text = self._text[self._at :] + fresh
        self._at = 0
