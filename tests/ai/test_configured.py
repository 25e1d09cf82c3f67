"""The section [ai] of the configuration: what is set by halves is named, what cannot be is refused."""

import pytest

from bot.config import Config, load_config
from bot.errors import ConfigError

KEY = "sk-nobody-may-ever-see-this"


def configured(**keys: str) -> Config:
    return load_config(environment={f"AFTERGLOW_AI__{key}": value for key, value in keys.items()})


@pytest.mark.parametrize(("given", "missing"), [("API_KEY", "ai.model"), ("MODEL", "ai.api_key")])
def test_a_key_needs_a_model_and_a_model_a_key(given: str, missing: str) -> None:
    config = configured(**{given: KEY})
    [wrong] = config.ai.wrong()
    assert not config.ai.is_on and wrong.where == missing and KEY not in str(wrong)


def test_with_both_it_is_on_and_an_empty_address_is_the_usual_one() -> None:
    config = configured(API_KEY=KEY, MODEL="small", BASE_URL="", SECONDS="2.5")
    assert config.ai.is_on and not list(config.ai.wrong())
    assert config.ai.base_url == "https://api.openai.com/v1" and KEY not in repr(config)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("API", "grpc"),
        ("SECONDS", "nan"),
        ("SECONDS", "soon"),
        ("SECONDS", "60"),
        ("BASE_URL", "ftp://x"),
        ("AT_ONCE", "0"),
    ],
)
def test_what_cannot_be_is_refused(key: str, value: str) -> None:
    with pytest.raises(ConfigError) as wrong:
        configured(**{key: value})
    assert f"AFTERGLOW_AI__{key}" in str(wrong.value)
