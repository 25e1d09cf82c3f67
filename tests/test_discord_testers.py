"""Testing on Discord, with its own requests: the call, the private thread, the form, the end."""

from pathlib import Path

import pytest

from tests.platforms.discord.bench import components_of, labels_of, text_of
from tests.test_discord_plugins import club


@pytest.mark.long
async def test_on_discord_testers_meet_in_a_private_thread_until_the_call_closes(tmp_path: Path) -> None:
    async with club(tmp_path) as it:
        bench = it.server.bench
        assert "It is posted for everybody." in await it.uses(bench.olga, "tester call", what="Glaze | 1")
        await it.presses(bench.olga, "Private place")
        assert "Testers are let into Glaze" in await it.presses(bench.olga, "New private thread on Discord")
        await it.passes(seconds=15)
        posts = bench.channel.history(viewer=bench.ann)
        [post] = [shown for shown in posts if "I would test it" in labels_of(components_of(shown))]
        it.shown[bench.ann.id] = await bench.ann.click(post, label="I would test it")
        await it.passes(seconds=15)
        [thread] = [one for one in bench.env.backend.channels.values() if one.name == "Glaze"]
        assert bench.ann.id in thread.thread_members and bench.ben.id not in thread.thread_members
        [post] = [shown for shown in bench.channel.history(viewer=bench.ann) if shown.id == post.id]
        assert "All places are taken" in text_of(components_of(post))
        await it.uses(bench.ann, "testers")
        await it.presses(bench.ann, "Glaze")
        card = it.shown[bench.ann.id].response
        assert card is not None
        asked = await bench.ann.click(card, label="Say what you found")
        await bench.ann.submit_modal(asked, {"text": "It runs.", "stars": "4"})
        await it.passes(seconds=1)
        await it.uses(bench.olga, "tester list")
        await it.presses(bench.olga, "Glaze")
        assert "★★★★☆: “It runs.”" in await it.presses(bench.olga, "What they found")
        await it.presses(bench.olga, "Back")
        await it.presses(bench.olga, "Close")
        assert "It is over" in await it.presses(bench.olga, "Close it now")
        await it.passes(minutes=1)
        assert bench.ann.id not in thread.thread_members
