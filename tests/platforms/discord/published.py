"""Discord's own description of its HTTP, where it is at hand: requests and answers are held against it."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from tests.at_hand import DISCORDS_HTTP

JSON = "application/json"
FORM = "multipart/form-data"
_NUMBERS = {("id", "attachments"), ("message_id", "message_reference"), ("channel_id", "message_reference")}
CALLBACK = re.compile(r"/interactions/[^/]+/[^/]+/callback")


class Published:
    """Addresses with what goes there and what comes back. Faults are sentences; none means that all is well."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._paths = [(_pattern(template), methods) for template, methods in document["paths"].items()]
        self._validators: dict[str, Draft202012Validator] = {}

    def request_faults(self, method: str, path: str, sent: Any) -> list[str]:
        """What is wrong with a request's body."""
        described = self._of(method, path)
        if described is None:
            return [f"{method} {path}: not described"]
        schema = described["requestBody"]["content"][JSON]["schema"]
        return [f"{method} {path}: {fault}" for fault in self._against(schema, _ids_as_text(sent))]

    def answer_faults(self, method: str, path: str, status: int, said: Any) -> list[str]:
        """What is wrong with the body of an answer."""
        described = self._of(method, path)
        if described is None:
            return [f"{method} {path}: not described"]
        known = described["responses"]
        answer = known.get(str(status), known.get(f"{status // 100}XX"))
        if answer is None:
            return [] if status >= 500 else [f"{method} {path}: {status} is no answer to it"]
        if "$ref" in answer:
            answer = self._document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
        if "content" not in answer:
            return [] if said is None else [f"{method} {path}: {status} has no body"]
        schema = answer["content"][JSON]["schema"]
        return [f"{method} {path} {status}: {fault}" for fault in self._against(schema, said)]

    def _of(self, method: str, path: str) -> Mapping[str, Any] | None:
        """The description of a method there; the most literal address first, as "@me" goes before any id."""
        found = [methods for pattern, methods in self._paths if pattern.fullmatch(path) and method.lower() in methods]
        return found[0][method.lower()] if found else None

    def _against(self, schema: Any, value: Any) -> Iterator[str]:
        key = json.dumps(schema)
        if key not in self._validators:
            self._validators[key] = Draft202012Validator({**schema, "components": self._document["components"]})
        for error in self._validators[key].iter_errors(value):
            yield f"{error.json_path}: {error.message}"


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{\w+\}", "[^/]+", template))


def _ids_as_text(sent: Any, of: str = "") -> Any:
    """discord.py sends some ids as numbers, which Discord takes and its description does not know."""
    if isinstance(sent, list):
        return [str(one) if of == "users" and isinstance(one, int) else _ids_as_text(one, of) for one in sent]
    if not isinstance(sent, dict):
        return sent
    return {
        name: str(value) if _is_number(name, value, of) else _ids_as_text(value, name) for name, value in sent.items()
    }


def _is_number(name: str, value: Any, of: str) -> bool:
    known = name == "recipient_id" or (name, of) in _NUMBERS
    return isinstance(value, int) and known


@cache
def published() -> Published | None:
    """The description, or None on a machine that has none."""
    return Published(json.loads(DISCORDS_HTTP.read_text("utf-8"))) if DISCORDS_HTTP.exists() else None
