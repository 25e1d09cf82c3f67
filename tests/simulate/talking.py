"""What people do about talks with the team: they begin one, say more, end it; hosts take, answer and leave it."""

from bot.model.identity import Role
from tests.simulate.doing import presses, says, submits
from tests.simulate.people import Resident
from tests.simulate.second_accounts import accounts_of
from tests.simulate.town import Town

SEES = 60
TAKES = ("case_take", "case_take", "case_answer_form", "case_answer_form", "case_take_over")
LEAVES = ("case_back", "case_close", "case_release", "case_transcript")
STARS = "assistant.case_stars"


async def begin(town: Town) -> None:
    """Somebody turns to the team in a line or a form, by whichever account; or asks first, and then for a person."""
    rng, person = town.rng, town.rng.choice(accounts_of(town, town.anybody()))
    if town.standing(person).left:
        return
    words = f"{rng.choice(('Help, please.', 'Kde je balík?', 'It <b>broke</b>!!!'))} {town.secret(person)}"
    way, seen = rng.random(), len(town.chat.shown(person))
    if way < 0.5:
        await says(town, person, "talk", words)
    elif way < 0.8:
        await says(town, person, "talk")
        await submits(town, person, {"text": words})
    else:
        await says(town, person, "ask", words)
        await presses(town, person, seen, ["assistant.ask_person"])


async def go_on(town: Town) -> None:
    """Whoever talks with the team says more, asks the bot meanwhile, has what they wanted, or gives stars."""
    sql = "SELECT DISTINCT member_id FROM assistant_cases ORDER BY member_id"
    talking = {town.members().get(id) for id in town.books.column(sql)}
    people = [person for person in town.chat.people if person.user_id in talking]
    if not people:
        return
    rng, person = town.rng, town.rng.choice(people)
    newest = max(0, len(town.chat.shown(person)) - SEES)
    if rng.random() < 0.2:
        await says(town, person, "ask", f"And when? {town.secret(person)}")
    elif rng.random() < 0.6:
        if await presses(town, person, newest, ["assistant.case_reply_form"]):
            await submits(town, person, {"text": f"More of it. {town.secret(person)}"})
    else:
        await presses(town, person, newest, ["assistant.case_done", STARS, STARS])


async def serve(town: Town) -> None:
    """A host looks at what waits and takes it, answers, hands it back or leaves it."""
    host = town.anybody(Role.HOST)
    seen = len(town.chat.shown(host))
    await says(town, host, "cases")
    if not await presses(town, host, seen, ["assistant.case_look"]):
        return
    await _does(town, host, seen, TAKES)
    if town.rng.random() < 0.5:
        await _does(town, host, seen, (*TAKES, *LEAVES))


async def _does(town: Town, host: Resident, seen: int, names: tuple[str, ...]) -> None:
    await presses(town, host, seen, [f"assistant.{name}" for name in names])
    await submits(town, host, {"text": f"We look into it {len(town.trail)}."})


async def duty(town: Town) -> None:
    """A host comes on duty, or goes off it."""
    host = town.anybody(Role.HOST)
    seen = len(town.chat.shown(host))
    await says(town, host, "duty")
    await presses(town, host, seen, ["assistant.duty_on", "assistant.duty_off"])
