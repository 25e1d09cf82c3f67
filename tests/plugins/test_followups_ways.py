"""A follow-up by a mention or in a private thread, lived through with a whole bot."""

from bot.community.consent import Consents
from bot.delivery.case import JourneyStatus
from bot.delivery.journeys import Journeys
from bot.model.identity import Purpose, Route
from bot.platforms.local.records import Person, Shown
from tests.plugins.following import JOURNEYS, Evening, evening, followed
from tests.snapshots.compare import screen


async def goes_by(it: Evening, *routes: Route) -> None:
    """Every step of what follows a stream goes by these routes."""
    community = await it.community()
    async with it.bot.app.parts.work() as work:
        for name in JOURNEYS:
            kept = await Journeys(work).get(community.id, name)
            steps = tuple(step.model_copy(update={"routes": routes}) for step in kept.journey.steps)
            await Journeys(work).edit(kept, kept.journey.model_copy(update={"steps": steps}), None)
            edited = await Journeys(work).get(community.id, name)
            await Journeys(work).set_status(edited, JourneyStatus.RUNNING, None)


async def agrees(it: Evening, person: Person, route: Route) -> None:
    """The person may be reached by this route about what they did."""
    member = await it.id_of(person)
    async with it.bot.app.parts.work() as work:
        await Consents(work).give(member, Purpose.SERVICE, route, source="test")


def calls(it: Evening) -> list[Shown]:
    """The posts that call somebody."""
    return [shown for shown in it.bot.chat.sent if shown.message.calls is not None]


async def test_a_mention_leads_each_person_to_their_own_inbox_and_shows_nothing_of_it() -> None:
    async with evening() as it:
        await goes_by(it, Route.MENTION, Route.INBOX)
        await agrees(it, it.ben, Route.MENTION)
        await it.stream()
        await it.bot.passes(minutes=30)
        [call] = calls(it)
        assert (call.channel.channel_id, call.only_for) == ("general", None)
        assert call.message.calls is not None and call.message.calls.account == it.ben.account
        assert call.message.text == it.say("mention-waits")
        assert [button.label for button in call.buttons] == [it.say("followups-open"), it.say("passport-button-less")]
        [opens, _] = call.buttons
        waiting = await says(it, it.ben, "/why")
        anns = await it.press(it.ann, opens.token)
        assert "It was your first stream" in followed(anns) and "question" not in followed(anns)
        assert "asked 2 questions" in followed(await it.press(it.ben, opens.token))
        again = followed(await it.press(it.ben, opens.token))
        assert it.say("followups-inbox-empty") in again
        assert "1 by a mention (1 opened)" in followed(await asks_for_report(it))
        why = await says(it, it.ben, "/why")
        assert "announced by a mention" in waiting
        assert "opened in the inbox" in why


async def test_in_a_private_thread_the_whole_note_is_read_and_answered_by_its_person_alone() -> None:
    async with evening() as it:
        await goes_by(it, Route.THREAD, Route.INBOX)
        await agrees(it, it.ben, Route.THREAD)
        await it.stream()
        await it.bot.passes(minutes=30)
        [note] = [shown for shown in it.bot.chat.sent if shown.channel.channel_id == "for-ben"]
        assert "Autumn glazes" in note.message.text
        assert note in it.bot.chat.shown(it.ben)
        assert note not in it.bot.chat.shown(it.ann)
        assert "your last note came into your private thread" in screen(await it.opens(it.ben))
        assert "1 in a private thread" in followed(await asks_for_report(it))


async def asks_for_report(it: Evening) -> list[Shown]:
    """What the host reads of the last stream's follow-ups."""
    it.news(it.host)
    await it.bot.says(it.host, "/followups")
    return it.news(it.host)


async def says(it: Evening, person: Person, text: str) -> str:
    """What a command shows to somebody."""
    it.news(person)
    await it.bot.says(person, text)
    return screen(it.news(person))
