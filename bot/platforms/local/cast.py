"""The cast: the people whom one person plays in the terminal, and how they are called there."""

from collections.abc import Mapping

from bot.model.identity import Role
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.records import Person
from bot.text.folding import folded
from bot.text.markup import plain
from bot.text.saying import Say

STARTERS = (("ema", Role.MEMBER), ("host", Role.HOST), ("mod", Role.MODERATOR))
LANGUAGES = ("en", "cs")


def chosen_language(option: str | None, environment: Mapping[str, str]) -> str:
    """The terminal's language: as told, otherwise as the environment says ("cs_CZ.UTF-8" is "cs"), otherwise "en"."""
    names = (option, *(environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")))
    told = next((name for name in names if name), "en")
    language = told.replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in LANGUAGES else "en"


def introduce_starters(chat: LocalPlatform, say: Say, language: str) -> Person:
    """Bring a member, a host and a moderator into the chat, unless they are there; returns the member."""
    known = {person.user_id for person in chat.people}
    for user_id, floor in STARTERS:
        if user_id not in known:
            name = plain(say(f"local-name-{floor.name.lower()}", language))
            chat.person(user_id, name=name, floor=floor, language=language)
    return next(person for person in chat.people if person.user_id == STARTERS[0][0])


def find_person(chat: LocalPlatform, called: str) -> Person | None:
    """Who is called so, by id or by name; capitals and accents do not matter."""
    wanted = folded(called)
    return next((person for person in chat.people if wanted in (folded(person.user_id), folded(person.name))), None)


def newcomer(chat: LocalPlatform, words: str, language: str) -> Person | None:
    """Introduce the person that `words` describe: a name, then a language or a role or both; None when they do not."""
    name, *details = words.split()
    role = Role.MEMBER
    for detail in details:
        if detail.upper() in Role.__members__:
            role = Role[detail.upper()]
        elif detail.lower() in LANGUAGES:
            language = detail.lower()
        else:
            return None
    return chat.person(folded(name), name=name, floor=role, language=language)
