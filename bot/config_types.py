"""What values of the configuration may be: kinds of keys with the checks that refuse what cannot be meant."""

import re
from datetime import time
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, SecretStr

from bot.config_words import WrongValueError, one_of

KEY_BYTES = 32
_PLACE = re.compile(r"([\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}")
_DATABASE = re.compile(r"(sqlite|postgresql)(\+\w+)?://")


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise WrongValueError("refusal-config-takes-zone") from None
    return name


def languages() -> tuple[str, ...]:
    """The languages that there are texts in: one folder each in `locales`, the one that all texts exist in first."""
    folders = (Path(__file__).parents[1] / "locales").iterdir()
    found = {folder.name for folder in folders if any(folder.glob("*.ftl"))}
    return tuple(sorted(found, key=lambda name: (name != "en", name)))


def _language(tag: str) -> str:
    known = languages()
    if tag not in known:
        raise WrongValueError("refusal-config-takes-one-of", choices=one_of(known))
    return tag


def _web_address(address: str | None) -> str | None:
    if address is not None and not address.startswith(("https://", "http://")):
        raise WrongValueError("refusal-config-begins-with", choices=one_of(["https://"]))
    return address


def _secure_address(address: str | None) -> str | None:
    if address is not None and not address.startswith("https://"):
        raise WrongValueError("refusal-config-begins-with", choices=one_of(["https://"]))
    return address


def _host_and_port(place: str) -> str:
    if not _PLACE.fullmatch(place) or int(place.rpartition(":")[2]) >= 1 << 16:
        raise WrongValueError("refusal-config-takes-place")
    return place


def _database(url: SecretStr | None) -> SecretStr | None:
    if url is not None and not _DATABASE.match(url.get_secret_value()):
        raise WrongValueError("refusal-config-begins-with", choices=one_of(["sqlite://", "postgresql://"]))
    return url


def _wall_clock(at: time) -> time:
    if at.tzinfo is not None or at.second or at.microsecond:
        raise WrongValueError("refusal-config-takes-time")
    return at


def _bare(text: str | None) -> str | None:
    # Docker's env files keep quotes as part of the value; the platform would only say that the token is wrong.
    if text is not None and any(sign.isspace() or sign in "\"'" for sign in text):
        raise WrongValueError("refusal-config-bare")
    return text


def _bare_token(token: SecretStr | None) -> SecretStr | None:
    _bare(token.get_secret_value() if token is not None else None)
    return token


def _long_enough(key: SecretStr | None) -> SecretStr | None:
    if key is not None and len(key.get_secret_value().encode()) < KEY_BYTES:
        raise WrongValueError("refusal-config-too-short", least=KEY_BYTES)
    return key


def _listed(names: object) -> object:
    """Names with commas between them, as the environment has them, or a list as TOML has it."""
    return [name.strip() for name in names.split(",") if name.strip()] if isinstance(names, str) else names


OPENAI = "https://api.openai.com/v1"

_EMPTY_IS_NONE = BeforeValidator(lambda value: None if value == "" else value)
_EMPTY_IS_OPENAI = BeforeValidator(lambda value: OPENAI if value == "" else value)

Language = Annotated[str, AfterValidator(_language)]
Zone = Annotated[str, AfterValidator(_known_zone)]
DatabaseAddress = Annotated[SecretStr | None, _EMPTY_IS_NONE, AfterValidator(_database)]
Listening = Annotated[str, AfterValidator(_host_and_port)]
Token = Annotated[SecretStr | None, _EMPTY_IS_NONE, AfterValidator(_bare_token)]
WebAddress = Annotated[str | None, _EMPTY_IS_NONE, AfterValidator(_web_address)]
SecureAddress = Annotated[str | None, _EMPTY_IS_NONE, AfterValidator(_secure_address)]
TimeOfDay = Annotated[time, AfterValidator(_wall_clock)]
Names = Annotated[tuple[Annotated[str, AfterValidator(_bare)], ...], BeforeValidator(_listed)]
Text = Annotated[str | None, _EMPTY_IS_NONE, AfterValidator(_bare)]
LongSecret = Annotated[SecretStr | None, _EMPTY_IS_NONE, AfterValidator(_long_enough)]
BareSecret = Annotated[LongSecret, AfterValidator(_bare_token)]
AiServer = Annotated[str, _EMPTY_IS_OPENAI, AfterValidator(_web_address)]
