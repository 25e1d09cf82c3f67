"""What is said to the bot: by its name in a server, or in its private chat; and how that is answered."""

from bot.model.identity import Role
from bot.model.incoming import Addressed
from bot.model.results import SendStatus
from tests.platforms.discord.bench import Bench, components_of, message, text_of


def name(bench: Bench) -> str:
    """How people name the bot."""
    return f"<@{bench.env.backend.bot_user.id}>"


async def test_words_with_its_name_in_them_come_without_it_and_count_as_chat_once(bench: Bench) -> None:
    await bench.mona.send(bench.channel, f"hey {name(bench)}, how much is it?")
    [said] = bench.sink.of(Addressed)
    assert (said.words, said.space, said.reply_to.private) == ("hey how much is it?", bench.space, False)
    assert (said.actor.account.user_id, said.actor.floor) == (str(bench.mona.id), Role.MODERATOR)
    assert len(bench.sink.presences) == 1


async def test_nothing_else_that_is_said_in_a_server_is_heard(bench: Bench) -> None:
    await bench.ann.send(bench.channel, "how much is it?")
    await bench.ann.send(bench.channel, f"<@{bench.ben.id}> how much is it?")
    await bench.ann.send(bench.channel, f"{name(bench)}!")
    posted = await bench.platform.send(bench.place, message("Good evening."), key="k")
    [shown] = [one for one in bench.channel.history(viewer=bench.ann) if str(one.id) == posted.message_id]
    await bench.ann.send(bench.channel, "thank you", reply_to=shown)
    assert bench.sink.of(Addressed) == []
    assert len(bench.sink.presences) == 4


async def test_what_is_said_in_private_is_heard_and_remembered_as_a_chat(bench: Bench) -> None:
    await bench.ann.send_dm("how much is it?")
    [said] = bench.sink.of(Addressed)
    assert (said.words, said.space, said.reply_to.private) == ("how much is it?", None, True)
    answered = await bench.platform.respond(said.reply_to, message("12 euros."), private=True)
    assert answered.status is SendStatus.SENT
    assert text_of(components_of(bench.ann.user.dm_channel.history()[-1])) == "12 euros."


async def test_the_answer_stands_under_the_question_for_everybody_and_names_nobody(bench: Bench) -> None:
    await bench.ann.send(bench.channel, f"{name(bench)} how much is it?")
    [said] = bench.sink.of(Addressed)
    answered = await bench.platform.respond(said.reply_to, message("12 euros."), private=False)
    shown = bench.channel.history(viewer=bench.ben)[-1]
    assert (str(shown.id), text_of(components_of(shown))) == (answered.message_id, "12 euros.")
    assert shown.reference is not None and str(shown.reference.message_id) == said.event_id
    [body] = bench.bodies("POST", f"/channels/{bench.channel.id}/messages")
    assert body["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_what_only_the_asker_may_see_is_not_shown_to_everybody(bench: Bench) -> None:
    await bench.ann.send(bench.channel, f"{name(bench)} how much is it?")
    [said] = bench.sink.of(Addressed)
    refused = await bench.platform.respond(said.reply_to, message("You may not."), private=True)
    assert refused.status is SendStatus.UNREACHABLE
    assert len(bench.channel.history(viewer=bench.ben)) == 1


async def test_an_answer_to_a_question_that_was_deleted_is_given_all_the_same(bench: Bench) -> None:
    asked = await bench.ann.send(bench.channel, f"{name(bench)} how much is it?")
    [said] = bench.sink.of(Addressed)
    bench.env.backend.delete_message(bench.channel.id, asked.id)
    assert (await bench.platform.respond(said.reply_to, message("12."), private=False)).status is SendStatus.SENT
