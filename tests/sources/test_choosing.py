"""Which sources run, and what is wrong with their configuration."""

from pathlib import Path

import pytest

from bot.app import open_app
from bot.cli.checking import run_checks
from bot.config import Config, load_config
from bot.core.watching import channel_named
from bot.sources.choosing import wrong_sources

ALL = {
    "AFTERGLOW_TWITCH__CLIENT_ID": "id",
    "AFTERGLOW_TWITCH__CLIENT_SECRET": "secret-of-twitch",
    "AFTERGLOW_TWITCH__CHANNELS": "tea, https://twitch.tv/Pots",
    "AFTERGLOW_YOUTUBE__API_KEY": "key",
    "AFTERGLOW_YOUTUBE__CHANNELS": "@Tea",
    "AFTERGLOW_KICK__CLIENT_ID": "id",
    "AFTERGLOW_KICK__CLIENT_SECRET": "secret-of-kick",
    "AFTERGLOW_HOOKS__SECRET": "a-secret-of-more-than-thirty-two-bytes",
    "AFTERGLOW_HOOKS__SOURCES": "obs",
}


def _config(folder: Path, **environment: str) -> Config:
    return load_config(environment={"AFTERGLOW_DATA_FOLDER": str(folder), **environment})


@pytest.mark.long
async def test_what_has_keys_runs_and_nothing_else(tmp_path: Path) -> None:
    async with open_app(_config(tmp_path / "none")) as app:
        assert app.parts.sources == {}
        assert list(app.keepers) == []
    for number, webhook in enumerate(("", "https://bot.example.org")):
        config = _config(tmp_path / f"all-{number}", **ALL, AFTERGLOW_TWITCH__WEBHOOK_URL=webhook)
        async with open_app(config) as app:
            assert sorted(app.parts.sources) == ["hook", "kick", "twitch", "youtube"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("environment", "key"),
    [
        ({"AFTERGLOW_TWITCH__CLIENT_ID": "id"}, "twitch.client_secret"),
        ({"AFTERGLOW_TWITCH__CHANNELS": "tea"}, "twitch.client_id"),
        ({"AFTERGLOW_YOUTUBE__CHANNELS": "@tea"}, "youtube.api_key"),
        ({"AFTERGLOW_KICK__CLIENT_ID": "id"}, "kick.client_secret"),
        ({"AFTERGLOW_KICK__CHANNELS": "tea"}, "kick.client_id"),
        ({"AFTERGLOW_HOOKS__SOURCES": "obs"}, "hooks.secret"),
        ({**ALL, "AFTERGLOW_TWITCH__CHANNELS": "t!"}, "twitch.channels"),
        ({**ALL, "AFTERGLOW_HOOKS__SOURCES": "o/b"}, "hooks.sources"),
    ],
)
def test_what_is_set_by_halves_is_told_with_its_cure(
    tmp_path: Path, environment: dict[str, str], key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    [wrong] = wrong_sources(_config(tmp_path, **environment))
    assert wrong.where == key
    assert run_checks(None, {"AFTERGLOW_DATA_FOLDER": str(tmp_path), **environment}, "cs") == 1
    assert key in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "typed", "name"),
    [
        ("twitch", "@Tea_Night", "tea_night"),
        ("twitch", "https://www.twitch.tv/Tea_Night/videos?x=1", "tea_night"),
        ("youtube", "TeaNight", "@teanight"),
        ("youtube", "youtube.com/@TeaNight/streams", "@teanight"),
        ("youtube", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", "UCabcdefghijklmnopqrstuv"),
        ("kick", "kick.com/Tea-Night", "tea-night"),
        ("hook", "OBS", "obs"),
        ("twitch", "", None),
        ("youtube", "@", None),
        ("hook", "../x", None),
        ("twitch", "tea night", None),
    ],
)
def test_channels_are_known_by_name_or_address(source: str, typed: str, name: str | None) -> None:
    assert channel_named(source, typed) == name
