"""The Bot API's own description, where it is at hand: every request and every reply is held against it."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tests.at_hand import TELEGRAMS_BOT_API

_LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)")
_ALWAYS = re.compile(r"always [“\"](\w+)[”\"]")
_PLAIN: dict[str, type | tuple[type, ...]] = {
    "String": str,
    "Integer": int,
    "Float": (int, float),
    "Boolean": bool,
    "True": bool,
}


class Specification:
    """Methods and types as the Bot API's page lists them. Faults are sentences; none means that all is well."""

    def __init__(self, document: Any) -> None:
        self._methods = document["methods"]
        self._types = document["types"]

    def request_faults(self, method: str, parameters: Mapping[str, str]) -> list[str]:
        """What is wrong with a request, whose parameters come as a form's texts."""
        if method not in self._methods:
            return [f"{method}: no such method"]
        fields = {field["name"]: field for field in self._methods[method].get("fields", ())}
        faults = [f"{method}: no parameter {name}" for name in parameters if name not in fields]
        for name, field in fields.items():
            if name not in parameters:
                if field["required"]:
                    faults.append(f"{method}: {name} is missing")
                continue
            value = _decoded(field["types"], parameters[name])
            faults += self._of(field["types"], value, f"{method}.{name}")
            faults += _length_faults(field, value, f"{method}.{name}")
        return faults

    def reply_faults(self, method: str, result: Any) -> list[str]:
        """What is wrong with what a method returned."""
        return list(self._of(self._methods[method]["returns"], result, f"{method} -> "))

    def error_faults(self, parameters: Any) -> list[str]:
        """What is wrong with the parameters of a refusal."""
        return list(self._of(["ResponseParameters"], parameters, "refusal"))

    def _of(self, types: list[str], value: Any, path: str) -> list[str]:
        attempts = [list(self._of_one(name, value, path)) for name in types]
        return min(attempts, key=len)

    def _of_one(self, name: str, value: Any, path: str) -> Iterator[str]:
        if name.startswith("Array of "):
            if not isinstance(value, list):
                yield f"{path}: {value!r} is no array"
                return
            for number, item in enumerate(value):
                yield from self._of([name.removeprefix("Array of ")], item, f"{path}[{number}]")
        elif name in _PLAIN:
            right = isinstance(value, _PLAIN[name]) and (isinstance(value, bool) == (name in ("Boolean", "True")))
            if not right:
                yield f"{path}: {value!r} is no {name}"
        else:
            yield from self._of_object(name, value, path)

    def _of_object(self, name: str, value: Any, path: str) -> Iterator[str]:
        kind = self._types[name]
        if not isinstance(value, dict):
            yield f"{path}: {value!r} is no {name}"
            return
        if "subtypes" in kind:
            yield from self._of(kind["subtypes"], value, path)
            return
        fields = {field["name"]: field for field in kind.get("fields", ())}
        yield from (f"{path}: {name} has no {key}" for key in value if key not in fields)
        for key, field in fields.items():
            if key in value:
                yield from self._of(field["types"], value[key], f"{path}.{key}")
                yield from _length_faults(field, value[key], f"{path}.{key}")
            elif field["required"]:
                yield f"{path}: {name} needs {key}"


@cache
def specification() -> Specification | None:
    """The description, or None on a machine that has none."""
    return Specification(json.loads(TELEGRAMS_BOT_API.read_text("utf-8"))) if TELEGRAMS_BOT_API.exists() else None


def _decoded(types: list[str], text: str) -> Any:
    if "String" in types:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def _length_faults(field: Any, value: Any, path: str) -> Iterator[str]:
    always = _ALWAYS.search(field["description"])
    if always and value != always[1]:
        yield f"{path}: is always {always[1]}, not {value!r}"
    found = _LENGTH.search(field["description"])
    # What is counted "after entities parsing" is not the text as it is sent: the server counts that itself.
    if found is None or not isinstance(value, str) or re.search("after entit", field["description"]):
        return
    least, most, unit = int(found[1]), int(found[2]), found[3]
    length = len(value.encode()) if unit == "bytes" else len(value)
    if not least <= length <= most:
        yield f"{path}: {length} {unit}, where {least}-{most} are allowed"
