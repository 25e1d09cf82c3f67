"""The two protocols: what a question looks like in each, and how its answer is put together as it comes in pieces."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct

from bot.ai.asking import AiError, Fault, Task, Usage

LONGEST_TOKEN: Final = 16
"""So many characters a token has at most, as far as we go on reading."""

MOST: Final = 10_000_000
"""No question costs as many tokens."""


class Hearing:
    """An answer as it comes in. Whatever it is made of is a stranger's: AttributeError and the like mean it is none."""

    def __init__(self, longest: int) -> None:
        self.text = ""
        self.usage: Usage | None = None
        self.is_whole = False
        self._most = longest * LONGEST_TOKEN

    def add(self, piece: str | None) -> None:
        """One more piece. Raises AiError where it does not end."""
        self.text += piece or ""
        if len(self.text) > self._most:
            raise AiError(Fault.LONG)

    def count(self, put_in: object, came_out: object) -> None:
        """What it cost; a count that cannot be one is none."""
        if type(put_in) is int and type(came_out) is int and min(put_in, came_out) >= 0 and put_in + came_out < MOST:
            self.usage = Usage(put_in, came_out)

    def refuse(self, fault: Fault) -> None:
        """It is none. Raises AiError."""
        raise AiError(fault, usage=self.usage)


class Dialect(Struct, frozen=True):
    """How to ask, how to hear one piece of the answer, and the least of both: a question and a piece."""

    body: Callable[[Task[Any], str, str, str], Mapping[str, Any]]  # the task, the model, who asks, the effort
    hear: Callable[[Hearing, Any], None]
    rehearsal: tuple[Mapping[str, Any], str]


def _response_body(task: Task[Any], model: str, whose: str, effort: str) -> Mapping[str, Any]:
    shape = {"type": "json_schema", "name": task.name, "schema": task.schema, "strict": True}
    return {
        "model": model,
        "instructions": task.told,
        "input": [{"role": "user", "content": task.content}],
        "text": {"format": shape},
        "max_output_tokens": task.longest,
        "store": False,
        "safety_identifier": whose,
        **({"reasoning": {"effort": effort}} if effort else {}),
    }


def _hear_response(hearing: Hearing, event: Any) -> None:
    match event.type:
        case "response.output_text.delta":
            hearing.add(event.delta)
        case "response.refusal.delta" | "response.refusal.done":
            hearing.refuse(Fault.DECLINED)
        case "response.completed" | "response.incomplete" | "response.failed":
            if (usage := event.response.usage) is not None:
                hearing.count(usage.input_tokens, usage.output_tokens)
            said = (event.type.partition(".")[2], event.response.status)  # some say it here, some there
            if "failed" in said:
                hearing.refuse(Fault.BROKEN)
            if "incomplete" in said:
                why = getattr(event.response.incomplete_details, "reason", "")
                hearing.refuse(Fault.DECLINED if why == "content_filter" else Fault.LONG)
            hearing.is_whole = True
        case "error":
            hearing.refuse(Fault.BROKEN)


def _chat_body(task: Task[Any], model: str, whose: str, effort: str) -> Mapping[str, Any]:
    # No store and no safety_identifier: nothing is stored here unless one asks for it, and strict servers refuse fields
    # that they do not know. Nor do they all know max_completion_tokens, as max_tokens is called at OpenAI by now.
    shape = {"name": task.name, "schema": task.schema, "strict": True}
    return {
        "model": model,
        "messages": [{"role": "system", "content": task.told}, {"role": "user", "content": task.content}],
        "response_format": {"type": "json_schema", "json_schema": shape},
        "max_tokens": task.longest,
        "stream_options": {"include_usage": True},
        **({"reasoning_effort": effort} if effort else {}),
    }


def _hear_chat(hearing: Hearing, chunk: Any) -> None:
    if chunk.usage is not None:
        hearing.count(chunk.usage.prompt_tokens, chunk.usage.completion_tokens)
    for choice in chunk.choices[:1]:
        if choice.delta.refusal:
            hearing.refuse(Fault.DECLINED)
        hearing.add(choice.delta.content)
        match choice.finish_reason:
            case None:
                pass
            case "stop":
                hearing.is_whole = True
            case "length":
                hearing.refuse(Fault.LONG)
            case "content_filter":
                hearing.refuse(Fault.DECLINED)
            case _:
                hearing.refuse(Fault.GARBLED)


DIALECTS: Final[Mapping[str, Dialect]] = {
    "responses": Dialect(
        _response_body,
        _hear_response,
        ({"model": "", "input": ""}, '{"type": "response.completed", "response": {"output": [{"type": "message"}]}}'),
    ),
    "chat": Dialect(
        _chat_body, _hear_chat, ({"model": "", "messages": []}, '{"choices": [{"delta": {}}], "usage": {}}')
    ),
}
"""By the name that the configuration has for each."""
