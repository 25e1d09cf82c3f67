"""What Discord is told about the commands, and when."""

from typing import Any

import discord
import pytest

from bot.model.identity import Role
from bot.model.messages import CommandSpec, OptionKind, OptionSpec
from tests.platforms.contract import Notebook
from tests.platforms.discord.bench import Bench, platform, running

START = CommandSpec(
    ("stream", "start"),
    Role.HOST,
    {"en": "Start the stream.", "cs": "Začni stream.", "cs:name": "začít"},
    (
        OptionSpec(
            "title", OptionKind.TEXT, required=False, texts={"en": "Its title.", "cs": "Název.", "cs:name": "název"}
        ),
        OptionSpec(
            "kind",
            OptionKind.CHOICE,
            required=True,
            texts={"en": "What kind.", "cs:choice-talk": "povídání", "en:choice-sale": "shop"},
            choices=("talk", "sale"),
        ),
    ),
)
EVERY_OPTION = CommandSpec(
    ("try",),
    Role.MEMBER,
    {"en": "Try."},
    tuple(
        OptionSpec(kind.value, kind, required=False, texts={"en": kind.value})
        for kind in OptionKind
        if kind is not OptionKind.CHOICE
    ),
)
BADGES = CommandSpec(("badge", "admin", "give"), Role.MODERATOR, {"en": "Give.", "cs:name": "odznak správa dej"})


def payload(bench: Bench) -> dict[str, Any]:
    """The commands of the last publication by name."""
    return {command["name"]: command for command in bench.bodies("PUT", "/commands")[-1]}


async def test_a_path_becomes_a_group_with_a_subcommand_in_every_language() -> None:
    async with running(platform(), [START]) as bench:
        group = payload(bench)["stream"]
        [start] = group["options"]
        assert (start["name"], start["description"]) == ("start", "Start the stream.")
        assert start["name_localizations"] == {"cs": "začít"}
        assert start["description_localizations"] == {"cs": "Začni stream."}


async def test_required_options_come_first_with_their_choices_and_languages() -> None:
    async with running(platform(), [START]) as bench:
        kind, title = payload(bench)["stream"]["options"][0]["options"]
        assert (kind["name"], kind["required"]) == ("kind", True)
        assert [(choice["name"], choice["value"]) for choice in kind["choices"]] == [("talk", "talk"), ("shop", "sale")]
        assert [choice.get("name_localizations") for choice in kind["choices"]] == [{"cs": "povídání"}, None]
        assert (title["required"], title["name_localizations"]) == (False, {"cs": "název"})
        assert title["description_localizations"] == {"cs": "Název."}


async def test_each_kind_of_option_has_the_type_that_discord_offers_for_it() -> None:
    async with running(platform(), [EVERY_OPTION]) as bench:
        types = {option["name"]: option["type"] for option in payload(bench)["try"]["options"]}
        text, whole, yes_no, member, number = 3, 4, 5, 6, 10  # Discord's numbers
        expected = {"text": text, "rest": text, "whole": whole, "number": number, "yes_no": yes_no, "member": member}
        assert types == {**expected, "moment": text}


@pytest.mark.long
async def test_three_parts_nest_and_a_localised_path_names_the_groups_too() -> None:
    async with running(platform(), [BADGES]) as bench:
        outer = payload(bench)["badge"]
        [inner] = outer["options"]
        [give] = inner["options"]
        shown = [part["name_localizations"] for part in (outer, inner, give)]
        assert shown == [{"cs": "odznak"}, {"cs": "správa"}, {"cs": "dej"}]


async def test_commands_of_moderators_are_hidden_from_others_and_from_private_chats() -> None:
    async with running(platform(), [BADGES, START, EVERY_OPTION]) as bench:
        told = payload(bench)
        rights = {name: command["default_member_permissions"] for name, command in told.items()}
        assert rights == {"badge": discord.Permissions(manage_guild=True).value, "stream": None, "try": None}
        assert {name: command["contexts"] for name, command in told.items()} == {
            "badge": [0],
            "stream": [0],
            "try": [0, 1],
        }


async def test_a_localised_name_that_discord_would_refuse_is_left_out() -> None:
    loud = CommandSpec(("me",), Role.MEMBER, {"en": "You.", "cs": "Ty.", "cs:name": "Já!"})
    async with running(platform(), [loud]) as bench:
        assert payload(bench)["me"]["name_localizations"] == {}


async def test_a_long_description_is_cut_to_what_discord_takes() -> None:
    async with running(platform(), [CommandSpec(("me",), Role.MEMBER, {"en": "x" * 150})]) as bench:
        assert payload(bench)["me"]["description"] == "x" * 99 + "…"


@pytest.mark.parametrize(
    ("specs", "left_out"),
    [
        ([CommandSpec(("poll",), Role.MEMBER, {"en": "x"}), CommandSpec(("poll", "close"), Role.MEMBER, {})], "poll"),
        ([CommandSpec(("Poll",), Role.MEMBER, {"en": "x"}), START], "Poll"),
        ([CommandSpec((f"c{number:03}",), Role.MEMBER, {"en": "x"}) for number in range(101)], "c100"),
    ],
)
async def test_what_discord_cannot_take_is_left_out_and_told(specs: list[CommandSpec], left_out: str) -> None:
    async with running(platform(), specs) as bench:
        assert left_out not in {name for name, command in payload(bench).items() if command["description"] == "x"}
        [problem] = [p for p in await bench.platform.check(bench.space) if p.key == "discord-problem-commands"]
        assert dict(problem.values) == {"names": left_out}


async def test_a_restart_publishes_nothing_that_discord_knows_already() -> None:
    kept = Notebook()
    async with running(platform(memory=kept)) as bench:
        await bench.restart(platform(memory=kept))
        assert len(bench.bodies("PUT", "/commands")) == 1


async def test_a_changed_translation_is_published() -> None:
    kept = Notebook()
    async with running(platform(memory=kept), [START]) as bench:
        other = CommandSpec(START.path, START.least_role, {**START.texts, "cs": "Spusť stream."}, START.options)
        again = platform(memory=kept)
        await bench.env.restart_bot(again.prepare(bench.sink, [other]))
        assert len(bench.bodies("PUT", "/commands")) == 2


async def test_a_refused_publication_is_a_problem_and_the_connection_stays() -> None:
    async with running(platform()) as bench:
        bench.env.inject_error("PUT", "*/commands", status=400, code=50035, message="Invalid Form Body")
        await bench.restart()
        problems = [problem.key for problem in await bench.platform.check(bench.space)]
        assert "discord-problem-publishing" in problems
