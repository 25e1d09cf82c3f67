"""What ideas and feedback look like in both languages: their screens, and what they send unasked."""

from collections.abc import Mapping, Sequence
from typing import Final

import pytest

from bot.platforms.local.records import Person
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.translator import load_translator
from tests.plugins.boarding import Board, board
from tests.snapshots.compare import matches, screen

LANGUAGES = ("en", "cs")
TITLE: Final = {"title": "Teapots"}
SAID: Final = ({"said": "yes", "answer": "In January."}, {"said": "no", "answer": ""})

TOLD: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    *(
        (f"told-{state}", {**TITLE, "titled": titled, "own": own, **said})
        for state in ("planned", "done", "declined")
        for titled, own, said in (("yes", "yes", SAID[0]), ("yes", "no", SAID[1]), ("no", "yes", SAID[1]))
    ),
    ("told-done", {**TITLE, "titled": "no", "own": "no", **SAID[0]}),
    *(
        ("done-post", {**TITLE, "votes": votes, "several": "yes" if votes > 1 else "no", **said})
        for votes in (1, 2, 5)
        for said in SAID
    ),
    *((key, {"count": count}) for key in ("cue", "status", "profile") for count in (1, 2, 5)),
)
"""What leaves unasked, with the numbers on which its words turn."""

FROM_ANN: Final = {"who": "Ann", "text": "Louder.", "host": "Hana", "may": "yes", "stars": "", "starred": "no"}
POSTED: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    *(
        ("post", {**FROM_ANN, "about": about, "state": "new"})
        for about in ("stream", "community", "goods", "bot", "other")
    ),
    ("post", {**FROM_ANN, "about": "stream", "state": "read", "stars": "★★☆☆☆", "starred": "yes", "may": "no"}),
    ("post", {**FROM_ANN, "about": "other", "state": "answered"}),
    ("answer-message", {"host": "Hana", "quoted": "Louder.", "text": "Next time."}),
    *((key, {"count": count}) for key in ("cue", "status") for count in (1, 2, 5)),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("plugin", "texts"), [("ideas", TOLD), ("feedback", POSTED)])
def test_what_they_send_is_said_well(
    plugin: str, texts: Sequence[tuple[str, Mapping[str, object]]], language: str
) -> None:
    words = load_translator([bundled_locales()], strict=True, names={"core", plugin})
    said = [f"{key}: {plain(words.text(f'{plugin}-{key}', language, **values))}" for key, values in texts]
    matches(f"{plugin}/said.{language}", "\n".join(said))


async def tap(here: Board, person: Person, place: int = 0) -> str:
    """Press one of the buttons under the newest message; what is seen because of it."""
    seen = len(here.bot.seen(person))
    await here.bot.presses(person, here.bot.seen(person)[-1].buttons[place].token)
    return screen(here.bot.seen(person)[seen:])


async def fills(here: Board, person: Person, **values: str) -> str:
    """Fill in the newest form."""
    seen = len(here.bot.seen(person))
    await here.fills(person, values)
    return screen(here.bot.seen(person)[seen:])


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_ideas_read_well_to_members(language: str) -> None:
    async with board(language=language) as here:
        screens = [await here.screen(here.ann, "/ideas"), await here.screen(here.ann, "/ideas done")]
        screens += [await here.screen(here.ann, "/idea Stream o glazurách"), await tap(here, here.ann)]
        await here.says(here.ben, "/idea")
        screens.append(
            await fills(here, here.ben, title="Ukázat, jak se dělají glazury na streamu", more="Třeba popel.")
        )
        screens += [await tap(here, here.ben, 1), await here.screen(here.ben, "/idea Modré hrnky pro leváky")]
        screens += [await here.screen(here.cid, "/ideas"), await tap(here, here.cid), await tap(here, here.cid)]
        screens += [await tap(here, here.cid), await here.screen(here.ann, "/idea \u200b")]
        for subject in ("Delší večery", "Kočky"):
            await here.says(here.ann, f"/idea {subject}")
        screens.append(await here.screen(here.ann, "/idea Výlet do pece"))
        matches(f"ideas/members.{language}", "\n\n--\n\n".join(screens))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_ideas_read_well_to_hosts(language: str) -> None:
    async with board(language=language) as here:
        for person, subject in (
            (here.ann, "Stream o glazurách"),
            (here.ben, "Glazovat spolu naživo"),
            (here.cid, "Hrnky"),
        ):
            await here.says(person, f"/idea {subject}")
        screens = [await here.screen(here.hana, "/ideas"), await here.opens_screen(here.hana, 1)]
        await here.bot.presses(here.hana, here.bot.seen(here.hana)[-1].buttons[1].token)
        form = here.bot.chat.forms(here.hana)[-1].form
        screens.append("\n".join([form.title, *(f"{one.label} ({one.help})" for one in form.fields)]))
        screens.append(await fills(here, here.hana, words="V lednu."))
        screens.append(await here.screen(here.hugo, '/answer idea "#1" declined Nemáme pec.'))
        await here.opens(here.hana, 2)
        screens += [await tap(here, here.hana, 5), await tap(here, here.hana), await tap(here, here.hana)]
        screens += [await tap(here, here.hana, 8), await tap(here, here.hana)]
        await here.opens(here.hana, 3)
        screens += [await tap(here, here.hana, 6), await here.screen(here.hana, "/ideas hidden")]
        screens += [await here.screen(here.hana, "/answer idea hory planned"), await here.screen(here.mona, "/audit")]
        matches(f"ideas/hosts.{language}", "\n\n--\n\n".join(screens))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_feedback_reads_well(language: str) -> None:
    async with board(language=language) as here:
        screens = [await here.screen(here.ann, "/feedback Zvuk byl lepší.")]
        screens.append(await here.screen(here.ben, "/feedback"))
        await here.presses(here.ben, {"en": "With my name", "cs": "Se jménem"}[language])
        form = here.bot.chat.forms(here.ben)[-1].form
        asked = [" / ".join([one.label, *(choice.label for choice in one.choices)]) for one in form.fields]
        screens.append("\n".join([form.title, *asked]))
        screens.append(await fills(here, here.ben, text="Málo světla.", about="stream", stars="3", may_answer="no"))
        screens += [
            await tap(here, here.ann),
            await here.screen(here.hana, "/read feedback"),
            await tap(here, here.hana),
        ]
        await here.says(here.cid, "/feedback Kdy bude další stream?")
        await here.screen(here.hana, "/read feedback")
        screens += [await tap(here, here.hana), await tap(here, here.hana)]
        for host in (here.hana, here.hugo):
            await here.screen(host, "/read feedback")
            await tap(here, host)
            await here.bot.presses(
                host,
                next(
                    b.token
                    for b in here.bot.seen(host)[-1].buttons
                    if "answer" in b.label.lower() or "odpov" in b.label.lower()
                ),
            )
        screens += [await fills(here, here.hana, text="V pátek."), await fills(here, here.hugo, text="V sobotu.")]
        screens += [await here.screen(here.hana, "/read feedback answered"), await tap(here, here.hana)]
        screens += [await here.screen(here.ann, "/feedback ..."), await here.screen(here.hana, "/cues")]
        matches(f"feedback/screens.{language}", "\n\n--\n\n".join(screens))
