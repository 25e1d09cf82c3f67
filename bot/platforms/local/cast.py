"""The cast: the people whom one person plays in the terminal, and how they are called there."""

from collections.abc import Mapping, Sequence

from bot.community.residents import Resident
from bot.config_types import languages
from bot.model.identity import Role
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.drawing import Painter
from bot.platforms.local.records import Person
from bot.text.folding import folded
from bot.text.markup import clean, plain
from bot.text.saying import Say

STARTERS = (("ema", Role.MEMBER), ("host", Role.HOST), ("mod", Role.MODERATOR))
CALLED = 8  # so many people are named where everybody could be


def chosen_language(option: str | None, environment: Mapping[str, str], configured: str | None = None) -> str:
    """The terminal's language: as told, as configured, as the environment says ("cs_CZ.UTF-8" is "cs"), else "en"."""
    names = (option, configured, *(environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")))
    told = next((name for name in names if name), "en")
    language = told.replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in languages() else "en"


def gather(chat: LocalPlatform, say: Say, language: str, residents: Sequence[Resident] = ()) -> Person:
    """Bring a member, a host and a moderator into the chat, then everybody who was there before; returns the member.

    Whoever is known keeps their name and their language.
    """
    known = {resident.user_id: resident for resident in residents}
    for user_id, floor in STARTERS:
        before = known.pop(user_id, None)
        name = before.name if before else plain(say(f"local-name-{floor.name.lower()}", language))
        person = chat.person(user_id, name=name, floor=floor, language=(before and before.language) or language)
        chat.appointed(person, before.role if before else Role.MEMBER)
    for other in known.values():
        chat.appointed(chat.person(other.user_id, name=other.name, language=other.language), other.role)
    return chat.people[0]


def find_person(chat: LocalPlatform, called: str) -> Person | None:
    """Who is called so, by id or else by name; capitals and accents do not matter."""
    wanted = folded(called.strip())
    by_name = (person for person in chat.people if folded(person.name) == wanted)
    return next((person for person in chat.people if folded(person.user_id) == wanted), next(by_name, None))


def first_in_role(chat: LocalPlatform, painter: Painter, called: str) -> Person | None:
    """The first whose prompt says so in brackets: whoever reads "Emma (member)" goes back to her by @member as well."""
    return next((person for person in chat.people if folded(painter.role(person)) == folded(called.strip())), None)


def newcomer(chat: LocalPlatform, words: str, language: str) -> Person | None:
    """Introduce the person that `words` describe: a name, then a language or a role or both; None when they do not."""
    name, *details = words.split()
    role = Role.MEMBER
    for detail in details:
        if detail.upper() in Role.__members__:
            role = Role[detail.upper()]
        elif detail.lower() in languages():
            language = detail.lower()
        else:
            return None
    return chat.appointed(chat.person(folded(name), name=name, language=language), role)


def callable_people(chat: LocalPlatform, painter: Painter) -> str:
    """How to play those who are there: the first of them, and how many there are in all."""
    people = ", ".join(f"@{person.user_id}" for person in chat.people[:CALLED])
    everybody = len(chat.people)
    return people if everybody <= CALLED else painter.words("local-more-people", people=people, count=everybody)


def keeping_their_language(chat: LocalPlatform, language: str) -> Sequence[Person]:
    """Those of the first three who speak another language than the terminal."""
    starters = {user_id for user_id, _ in STARTERS}
    return [person for person in chat.people if person.user_id in starters and person.language != language]


def names(people: Sequence[Person]) -> str:
    """Their names in a row."""
    return ", ".join(clean(person.name) for person in people)
