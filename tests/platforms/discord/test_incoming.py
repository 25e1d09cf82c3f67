"""What the core is told about what people do on Discord."""

from datetime import timedelta

from bot.model.identity import Role, SpaceRef
from bot.model.incoming import ActionPressed, CommandInvoked, MemberJoined, MemberLeft, PresenceKind
from bot.model.messages import CommandSpec, OptionKind, OptionSpec
from tests.platforms.discord.bench import Bench, account, message, platform, running

OPTIONS = (
    OptionSpec("who", OptionKind.MEMBER, required=True, texts={"en": "Who."}),
    OptionSpec("points", OptionKind.WHOLE, required=True, texts={"en": "How many."}),
    OptionSpec("share", OptionKind.NUMBER, required=True, texts={"en": "Share."}),
    OptionSpec("quietly", OptionKind.YES_NO, required=True, texts={"en": "Quietly."}),
    OptionSpec("why", OptionKind.REST, required=False, texts={"en": "Why."}),
)
GIVE = CommandSpec(("points", "give"), Role.MEMBER, {"en": "Give points."}, OPTIONS)


async def test_options_come_in_by_name_as_text_and_members_as_accounts() -> None:
    async with running(platform(), [GIVE]) as bench:
        await bench.mona.slash(bench.channel, "points give", who=bench.ann, points=5, share=0.5, quietly=False)
        [update] = bench.sink.of(CommandInvoked)
        assert update.name == "points give"
        assert dict(update.options) == {
            "who": f"discord:{bench.ann.id}",
            "points": "5",
            "share": "0.5",
            "quietly": "no",
        }


async def test_the_floor_role_follows_the_rights_in_the_server(bench: Bench) -> None:
    for person in (bench.olga, bench.mona, bench.ann):
        await person.slash(bench.channel, "ping")
    floors = [update.actor.floor for update in bench.sink.of(CommandInvoked)]
    assert floors == [Role.OWNER, Role.MODERATOR, Role.MEMBER]


async def test_who_acts_is_told_with_name_and_language(bench: Bench) -> None:
    await bench.ann.slash(bench.channel, "ping")
    [update] = bench.sink.of(CommandInvoked)
    assert (update.actor.account, update.actor.name) == (account(bench.ann), "Ann")
    assert (update.actor.language, update.actor.is_bot) == ("en-US", False)


async def test_an_answer_is_possible_for_fifteen_minutes(bench: Bench) -> None:
    await bench.ann.slash(bench.channel, "ping")
    [update] = bench.sink.of(CommandInvoked)
    assert update.reply_to.expires_at == update.at + timedelta(minutes=15)
    assert update.reply_to.channel == str(bench.channel.id)


async def test_a_command_in_a_private_chat_has_no_space_and_nobody_is_more_than_a_member(bench: Bench) -> None:
    await bench.olga.user.slash("ping")
    [update] = bench.sink.of(CommandInvoked)
    assert (update.space, update.reply_to.private, update.actor.floor) == (None, True, Role.MEMBER)


async def test_a_command_that_is_no_longer_published_comes_in_all_the_same(bench: Bench) -> None:
    again = platform()
    await bench.env.restart_bot(again.prepare(bench.sink, []))
    bench.env.strict_sync = False
    bench.env.backend.register_commands(None, [{"name": "gone", "description": "An older version had it."}])
    await bench.ann.slash(bench.channel, "gone")
    assert [update.name for update in bench.sink.of(CommandInvoked)] == ["gone"]


async def test_a_button_of_before_the_restart_comes_in_with_its_token(bench: Bench) -> None:
    await bench.platform.send(bench.place, message("Still here?", ("Yes", "here-1")), key="d1")
    await bench.restart()
    shown = bench.channel.last_message
    assert shown is not None
    await bench.ann.click(shown, label="Yes")
    [update] = bench.sink.of(ActionPressed)
    assert (update.token, update.space) == ("here-1", SpaceRef("discord", str(bench.guild.id)))


async def test_a_message_is_presence_and_nothing_else(bench: Bench) -> None:
    bench.sink.updates.clear()
    await bench.ann.send(bench.channel, "good evening")
    [presence] = bench.sink.presences
    assert (presence.kind, presence.account, presence.name) == (PresenceKind.CHAT, account(bench.ann), "Ann")
    assert (presence.space, bench.sink.updates) == (bench.space, [])


async def test_a_mention_counts_as_chat(bench: Bench) -> None:
    await bench.ann.send(bench.channel, f"hello <@{bench.env.backend.bot_user.id}>")
    assert [presence.kind for presence in bench.sink.presences] == [PresenceKind.CHAT]


async def test_bots_webhooks_system_and_private_messages_are_no_presence(bench: Bench) -> None:
    other = bench.guild.add_member(bench.env.create_user("beep", bot=True))
    await other.send(bench.channel, "beep")
    await bench.guild.create_webhook(bench.channel, "news").send("news")
    await bench.platform.send(bench.place, message("from the bot itself"), key="d1")
    await bench.ann.send_dm("psst")
    assert bench.sink.presences == []


async def test_a_persons_reaction_is_presence_and_a_bots_is_none(bench: Bench) -> None:
    await bench.platform.send(bench.place, message("Nice?"), key="d1")
    shown = bench.channel.last_message
    assert shown is not None
    other = bench.guild.add_member(bench.env.create_user("beep", bot=True))
    await other.react(shown, "👍")
    await bench.ben.react(shown, "👍")
    [presence] = bench.sink.presences
    assert (presence.kind, presence.account) == (PresenceKind.REACTION, account(bench.ben))


async def test_joins_and_leaves_are_told_where_the_members_intent_is_on() -> None:
    async with running(platform(members=True)) as bench:
        await bench.env.settle()
        bench.sink.updates.clear()
        new = bench.guild.add_member(bench.env.create_user("nina"))
        await bench.env.settle()
        bench.guild.remove_member(new)
        await bench.env.settle()
        [arrived], [departed] = bench.sink.of(MemberJoined), bench.sink.of(MemberLeft)
        assert arrived.actor.account == departed.actor.account == account(new)
        assert arrived.event_id != departed.event_id


async def test_without_that_intent_nobody_joins(bench: Bench) -> None:
    bench.guild.add_member(bench.env.create_user("nina"))
    await bench.env.settle()
    assert bench.sink.of(MemberJoined) == []
