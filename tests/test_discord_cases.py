"""Talking to a person on Discord, with its own requests: the post, the form, the private messages, the stars."""

from pathlib import Path

import pytest
import simcord
import sqlalchemy as sa

from bot.storage.tables import spaces
from tests.platforms.discord.bench import components_of, labels_of, text_of
from tests.test_discord_plugins import Club, club


def newest(who: simcord.MemberActor) -> str:
    """What the bot wrote to somebody in private last."""
    return text_of(components_of(who.user.dm_channel.history()[-1]))


async def presses_in_private(it: Club, who: simcord.MemberActor, label: str) -> simcord.InteractionResult:
    """A button of the newest private message that has it."""
    shown = [one for one in who.user.dm_channel.history() if label in labels_of(components_of(one))]
    pressed: simcord.InteractionResult = await who.user.click(shown[-1], label=label)
    await it.server.app.dispatcher.idle()
    await it.server.bench.env.settle()
    return pressed


@pytest.mark.long
async def test_on_discord_a_member_and_a_host_talk_by_buttons_and_forms_until_the_stars(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        bench = it.server.bench
        room = bench.guild.create_text_channel("hosts")
        async with it.server.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel=str(room.id)))
        assert "The team has your words." in await it.uses(bench.ann, "talk", words="My parcel has not come.")
        await it.passes(minutes=1)
        [post] = room.history(viewer=bench.olga)
        assert "**Ann** wants to talk to a person (#1)." in text_of(components_of(post))
        it.shown[bench.olga.id] = await bench.olga.click(post, label="Take it")
        await it.passes(seconds=15)
        assert "answers you here. Until your talk is over, I keep silent." in newest(bench.ann)
        assert "is talking with you, so I keep silent" in await it.uses(bench.ann, "ask", question="Where is it?")
        await it.passes(seconds=15)
        [post] = [shown for shown in room.history(viewer=bench.olga) if shown.id == post.id]
        assert "Where is it?" in text_of(components_of(post)) and "Hand back to the bot" in labels_of(
            components_of(post)
        )
        asked = await bench.olga.click(post, label="Reply")
        it.shown[bench.olga.id] = await bench.olga.submit_modal(asked, {"text": "On its *way*."})
        await it.passes(seconds=15)
        assert newest(bench.ann).endswith("writes to you:\nOn its \\*way\\*.")
        asked = await presses_in_private(it, bench.ann, "Reply")
        await bench.ann.user.submit_modal(asked, {"text": "Thank you!"})
        await it.passes(seconds=15)
        await it.uses(bench.olga, "cases")
        assert "Thank you!" in await it.presses(bench.olga, "#1 Ann")
        assert "It is over" in await it.presses(bench.olga, "Hand back to the bot")
        await it.passes(seconds=15)
        assert "How many stars for the help?" in newest(bench.ann)
        await presses_in_private(it, bench.ann, "5 ★")
        await it.passes(seconds=15)
        [post] = [shown for shown in room.history(viewer=bench.olga) if shown.id == post.id]
        assert text_of(components_of(post)).endswith("★★★★★") and labels_of(components_of(post)) == ("Transcript",)
        it.shown[bench.olga.id] = await bench.olga.click(post, label="Transcript")
        assert "As a text file" in it.labels(bench.olga)
