"""What the local chat can do and what it rejects: as strict as the strictest platform, so that tests see it first."""

from bot.model.messages import TOKEN_PATTERN, Action, Form, Markup, Message
from bot.model.ports import Capabilities, Feature
from bot.text.markup import escape, plain

CAPABILITIES = Capabilities(
    features=frozenset(
        {Feature.EPHEMERAL, Feature.FORM, Feature.OPEN_DIRECT, Feature.OPTIONS, Feature.THREAD, Feature.MENTION}
    ),
    text_length=4000,
    buttons_in_row=5,
    rows=5,
)
LABEL_LENGTH = 80  # Discord's ceiling for a button


def with_call(message: Message) -> Markup:
    """The text behind whom it calls, if anybody."""
    return message.text if message.calls is None else Markup(f"<b>@{escape(message.calls.name)}</b>: {message.text}")


def message_fault(message: Message) -> str:
    """Why `message` cannot be shown, in English for logs; empty when it can."""
    text = plain(with_call(message))
    if not text.strip():
        return "a message needs a text"
    if len(text) > CAPABILITIES.text_length:
        return f"the text has {len(text)} characters, {CAPABILITIES.text_length} fit"
    buttons = [action for row in message.actions for action in row]
    room = CAPABILITIES.buttons_in_row * CAPABILITIES.rows
    if len(buttons) > room:
        return f"{len(buttons)} buttons, {room} fit"
    tokens = [action.token for action in buttons if action.url is None]
    if twice := next((token for token in tokens if tokens.count(token) > 1), None):
        return f"two buttons have the token {twice!r}, which Discord refuses"
    return next((fault for action in buttons if (fault := _button_fault(action))), "")


def form_fault(form: Form) -> str:
    """Why `form` cannot be opened, in English for logs; empty when it can."""
    if not TOKEN_PATTERN.fullmatch(form.token):
        return f"the form's token {form.token!r} does not fit every platform"
    names = [field.name for field in form.fields]
    if not names:
        return "a form needs a field"
    if len(set(names)) != len(names):
        return "two fields have the same name"
    return ""


def _button_fault(action: Action) -> str:
    if not 0 < len(action.label.strip()) <= LABEL_LENGTH:
        return f"the label {action.label!r} is empty or longer than {LABEL_LENGTH}"
    if action.url is None and not TOKEN_PATTERN.fullmatch(action.token):
        return f"the token {action.token!r} does not fit every platform"
    return ""
