"""Who may do what, for commands, buttons and forms alike, and what a community changed about it."""

from pathlib import Path

import pytest

from bot.api import Context, Plugin, Role, UserError, escape
from bot.community.audit import Audit
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.permissions import RESTORE, Permissions
from bot.core.tokens import Tokens
from bot.platforms.local.records import Person
from bot.testing import WholeBot, whole_bot
from tests.core.lab import kept, lab_bot, loaded, noted, words


def for_moderators(bot: WholeBot) -> list[str]:
    """What others than moderators are told."""
    return [words(bot, "not-allowed", role="moderator")]


async def test_a_command_needs_its_role_and_each_role_may_do_what_the_lower_ones_may() -> None:
    async with lab_bot() as bot:
        for role in Role:
            told = await bot.says(bot.person(role.name.title(), role), "/lab tidy")
            assert told == (["tidied"] if role >= Role.MODERATOR else for_moderators(bot)), role


async def test_a_button_needs_its_role_though_everybody_sees_it() -> None:
    async with lab_bot() as bot:
        ann, mia = bot.person("Ann"), bot.person("Mia", Role.MODERATOR)
        for person in (ann, mia):
            await bot.says(person, "/bench")
        assert await bot.presses(ann, "Burn") == for_moderators(bot)
        assert await bot.presses(mia, "Burn") == ["burnt"]


@pytest.mark.long
async def test_a_form_is_checked_again_when_it_comes_back() -> None:
    async with lab_bot() as bot:
        mia = bot.person("Mia", Role.MODERATOR)
        await bot.says(mia, "/bench")
        await bot.presses(mia, "Fill in")
        demoted = bot.person("Mia", Role.MEMBER)
        form = bot.chat.forms(demoted)[0].form
        assert await bot.submits(demoted, form, {"what": "rain", "why": "winter"}) == [
            words(bot, "not-allowed", role="moderator")
        ]


async def test_a_form_brings_its_answers_and_the_arguments_it_was_opened_with() -> None:
    async with lab_bot() as bot:
        mia = bot.person("Mia", Role.MODERATOR)
        await bot.says(mia, "/bench")
        await bot.presses(mia, "Fill in")
        form = bot.chat.forms(mia)[0].form
        assert await bot.submits(mia, form, {"what": "<rain>", "why": "a_b"}) == ["7: <rain> because a_b"]


async def test_a_role_given_by_the_community_counts_like_one_of_the_platform() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/bench")
        assert await bot.says(ann, "/lab tidy") == for_moderators(bot)
        async with bot.app.parts.work() as work:
            community = await Communities(work).get(1)
            member = await People(work).find(community, "Ann")
            await People(work).set_role(member.id, Role.MODERATOR)
        assert await bot.says(ann, "/lab tidy") == ["tidied"]


async def change(bot: WholeBot, command: str, least: Role, by: Role) -> None:
    """Let a command need another role, as somebody of the role `by` would."""
    registry = bot.app.parts.registry
    person = bot.person("Chief", by)
    await bot.says(person, "/keep nothing")
    async with bot.app.parts.work() as work:
        community = await Communities(work).get(1)
        member = await People(work).recognise(person.actor, community)
        permissions = Permissions(work, registry, community.id)
        await permissions.change(registry.commands[tuple(command.split())], least, member)


async def test_a_community_lets_a_command_need_another_role_and_takes_that_back() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        await change(bot, "lab tidy", Role.MEMBER, by=Role.OWNER)
        assert await bot.says(ann, "/lab tidy") == ["tidied"]
        async with bot.app.parts.work() as work:
            [entry] = await Audit(work).newest(1)
            assert (entry.action, entry.subject, entry.before, entry.after) == ("permission", "command:lab tidy", 2, 0)
            await Audit(work).undo(1, entry.id, None, RESTORE)
        assert await bot.says(ann, "/lab tidy") == for_moderators(bot)


@pytest.mark.parametrize(("least", "by"), [(Role.OWNER, Role.MODERATOR), (Role.MEMBER, Role.HOST)])
async def test_nobody_moves_a_command_from_or_to_above_their_own_role(least: Role, by: Role) -> None:
    async with lab_bot() as bot:
        with pytest.raises(UserError) as refused:
            await change(bot, "lab tidy", least, by)
        assert refused.value.key == "permission-above-own"
        assert await bot.says(bot.person("Mia", Role.MODERATOR), "/lab tidy") == ["tidied"]


async def test_a_button_that_does_what_a_command_does_follows_what_was_changed_about_the_command() -> None:
    plugin = Plugin("bell")

    @plugin.command()
    @plugin.action("bell-ring")
    async def ring(ctx: Context) -> None:
        """Ring the bell."""
        await ctx.reply(escape("ding"), [ctx.button(ring, label="Again")])

    @plugin.command()
    async def keep(ctx: Context, word: str) -> None:
        """Keep a word."""

    async with whole_bot(loaded=loaded(plugin)) as bot:
        ann = bot.person("Ann")
        assert await bot.says(ann, "/ring") == ["ding"]
        await change(bot, "ring", Role.MODERATOR, by=Role.OWNER)
        assert await bot.says(ann, "/ring") == for_moderators(bot)
        assert await bot.presses(ann, "Again") == for_moderators(bot)


async def press(bot: WholeBot, person: Person, token: str) -> list[str]:
    """What somebody is told who sends a token as a button's."""
    return await bot.presses(person, token)


async def test_tokens_that_are_forged_foreign_or_cut_do_nothing() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/bench")
        token = next(button.token for button in bot.seen(ann)[0].buttons if button.label == "Add")
        body, _, _ = token.rpartition("_")
        foreign = Tokens(b"another key that is long enough for it").make("lab.add", 2, "a-b")
        unknown = bot.app.parts.tokens.make("gone.vote", 1)
        too_many = bot.app.parts.tokens.make("lab.burn", 1, 2, 3)
        for wrong in (f"{body}_AAAAAAAA", foreign, token[:-1], token[1:], body, unknown, too_many, "x"):
            assert await press(bot, ann, wrong) == [words(bot, "button-unknown")], wrong
        assert (await kept(bot), await noted(bot)) == ([], [])


async def test_a_token_whose_arguments_do_not_fit_is_refused() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        for arguments, refusal in (
            ((), words(bot, "option-missing", option="number", usage="", typed=False)),
            (
                ("x", "y"),
                words(bot, "option-number", option="number", given="x", whole=True, bounded=False, low=0, high=0),
            ),
        ):
            assert await press(bot, ann, bot.app.parts.tokens.make("lab.add", *arguments)) == [refusal]
        assert (await kept(bot), await noted(bot)) == ([], [])


async def test_a_button_works_after_a_restart_and_a_press_that_repeats_counts_once(tmp_path: Path) -> None:
    async with lab_bot(folder=tmp_path) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/bench")
        token = next(button.token for button in bot.seen(ann)[0].buttons if button.label == "Add")
    async with lab_bot(folder=tmp_path) as bot:
        ann = bot.person("Ann")
        assert await press(bot, ann, token) == ["added 2 a-b"]
        await bot.chat.repeats()
        await bot.app.turn()
        assert bot.texts(ann) == ["added 2 a-b"]
        assert await press(bot, ann, token) == ["added 2 a-b"]
        assert await kept(bot) == ["a-b:2"]
