"""The configuration: where values come from, which mistakes are named, and that secrets stay secret."""

import re
import stat
import threading
import tomllib
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import get_args

import pytest
from pydantic import SecretStr, ValidationError

from bot.config import Config, about, known_keys, load_config, read_config, secret_key
from bot.config_sources import variable
from bot.errors import ConfigError

SECRET = "s3cret-of-the-token-0123456789abcdef"
EXAMPLE = Path(__file__).parents[1] / "config.example.toml"
SECRETS = [key for key, info in known_keys().items() if SecretStr in get_args(info.annotation)]
SETTING = re.compile(r"^#(\w+) = ", re.MULTILINE)


class Place:
    """A folder with a config.toml and secret files, and an environment."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "config.toml"
        self.secrets = folder / "secrets"
        self.secrets.mkdir()
        self.environment = {"AFTERGLOW_SECRETS": str(self.secrets)}
        self.arguments: dict[str, str] = {}

    def load(self, toml: str = "", /, **environment: str) -> Config:
        """Write the file and read everything."""
        self.file.write_text(toml, "utf-8")
        return load_config(self.file, environment=self.environment | environment, arguments=self.arguments)

    def refusal(self, toml: str = "", /, **environment: str) -> ConfigError:
        """The error that this configuration raises."""
        with pytest.raises(ConfigError) as caught:
            self.load(toml, **environment)
        return caught.value


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A place with nothing in it."""
    return Place(tmp_path)


def test_nothing_configured_is_a_configuration(place: Place) -> None:
    config = load_config(environment=place.environment)
    assert config.discord.token is None
    assert config.delivery.quiet_from == time(22)
    assert config.database_url == "sqlite:///data/afterglow.db"


def test_the_database_lives_in_the_data_folder_unless_it_has_an_address(place: Place) -> None:
    assert place.load('data_folder = "/srv/glow"').database_url == "sqlite:////srv/glow/afterglow.db"
    assert place.load('[database]\nurl = "postgresql://bot@host/glow"').database_url == "postgresql://bot@host/glow"
    assert place.load('[database]\nurl = ""').database_url == "sqlite:///data/afterglow.db"


def test_each_source_wins_over_the_ones_behind_it(place: Place) -> None:
    name = variable("delivery.in_flight")
    toml = "[delivery]\nin_flight = 2"
    assert place.load().delivery.in_flight == 20
    assert place.load(toml).delivery.in_flight == 2
    (place.secrets / name.lower()).write_text("3\n")
    assert place.load(toml).delivery.in_flight == 3
    assert place.load(toml, **{name: "4"}).delivery.in_flight == 4
    place.arguments["delivery.in_flight"] = "5"
    assert place.load(toml, **{name: "4"}).delivery.in_flight == 5


def test_an_empty_variable_or_secret_file_is_no_value(place: Place) -> None:
    (place.secrets / "afterglow_telegram__token").write_text("\n")
    config = place.load(AFTERGLOW_DISCORD__TOKEN="")
    assert config.discord.token is None
    assert config.telegram.token is None


def test_credentials_of_systemd_are_read_when_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "afterglow_discord__token").write_text(f"{SECRET}\n")
    (tmp_path / "another-service.key").write_text("none of ours")
    config = load_config(environment={"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert config.discord.token == SecretStr(SECRET)


def test_a_file_with_the_mark_of_a_windows_editor_is_read(place: Place) -> None:
    assert place.load('\ufeffdata_folder = "x"').data_folder == Path("x")


def test_times_are_read_as_text_and_as_toml_times(place: Place) -> None:
    config = place.load('[delivery]\nquiet_from = "21:30"\nquiet_until = 07:15:00')
    assert (config.delivery.quiet_from, config.delivery.quiet_until) == (time(21, 30), time(7, 15))


def test_what_others_call_by_our_name_is_let_be(place: Place) -> None:
    place.load(
        AFTERGLOW_PORT="tcp://10.0.0.1:80",
        AFTERGLOW_SERVICE_HOST="10.0.0.1",
        AFTERGLOW_PORT_80_TCP_PROTO="tcp",
        AFTERGLOW_PANEL_SERVICE_PORT_HTTP="80",
    )


@pytest.mark.parametrize(
    ("toml", "where", "cure"),
    [
        ("[delivery]\ninflight = 3", "delivery.inflight", "delivery.in_flight"),
        ("[dicsord]\nmembers = true", "dicsord", "discord"),
        ("in_flight = 3", "in_flight", "delivery.in_flight"),
        ('[log]\ndata_folder = "x"', "log.data_folder", "data_folder"),
        ("[log]\nwhatever = 1", "log.whatever", "log.level, log.format"),
        ("nothing_like_it = 1", "nothing_like_it", "data_folder, secret_key, former_secret_key"),
        ("discord = true", "discord", "[discord]"),
        ("[delivery]\nin_flight = 0", "delivery.in_flight", "1 to 100"),
        ('[delivery]\nquiet_from = "22:00:30"', "delivery.quiet_from", "quiet hours begin"),
        ('[community]\nzone = "Europe/Prag"', "community.zone", "Europe/Prague"),
        ('[community]\nlanguage = "čeština"', "community.language", '"cs"'),
        ('[community]\nlanguage = "fr"', "community.language", '"en" or "cs"'),
        ('[log]\nformat = "xml"', "log.format", '"json"'),
        ('[database]\nurl = "mysql://host/name"', "database.url", "sqlite:///"),
        ('[telegram]\nbase_url = "localhost"', "telegram.base_url", "/bot"),
        ("[discord.token]\nx = 1", "discord.token", "AFTERGLOW_DISCORD__TOKEN"),
        ("[streams.debounce_minutes]\nx = 1", "streams.debounce_minutes", "1 to 30"),
        ("[retention]\nupdate_hours = 25", "retention.update_hours", "1 to 24"),
        ("[retention]\npost_days = 0", "retention.post_days", "1 to 30"),
        ("[retention]\njob_days = 2", "retention.job_days", "3 to 365"),
        ('[retention]\nincident_days = "forever"', "retention.incident_days", "1 to 365"),
        ("[retention]\nincidents = 5", "retention.incidents", "retention.incident_days"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_cure(place: Place, toml: str, where: str, cure: str) -> None:
    error = place.refusal(toml)
    assert str(error.where) == f"{where} ({place.file})"
    assert cure in str(error.cure)


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("data_folder = 5", 'it should be the path of a folder in quotes, such as "data".'),
        ('[community]\nname = ""', "it should not be empty."),
        ("[community]\nname = 5", 'it should be text in quotes, such as "Our community".'),
        (f'[community]\nname = "{"x" * 101}"', "it should have 100 characters at most."),
        ('[community]\nlanguage = "fr"', 'it should be "en" or "cs".'),
        ('[community]\nzone = "Mars"', 'it should be the name of a time zone, such as "Europe/Prague".'),
        ('[discord]\nmembers = "perhaps"', "it should be true or false."),
        ("[discord]\nmembers = []", "it should be true or false."),
        ('[delivery]\nin_flight = "many"', "it should be a whole number."),
        ("[delivery]\nin_flight = 1.5", "it should be a whole number."),
        ("[delivery]\nin_flight = 0", "it should be 1 or more."),
        ("[delivery]\nin_flight = 101", "it should be 100 or less."),
        ('[delivery]\nquiet_from = "25:00"', 'it should be a time of day in whole minutes, such as "22:00".'),
        ("[delivery]\nquiet_from = []", 'it should be a time of day in whole minutes, such as "22:00".'),
        ('[log]\nlevel = "LOUD"', 'it should be "DEBUG", "INFO", "WARNING" or "ERROR".'),
        ("[log]\n[log]", "this is not TOML: this section or key is there already, further up."),
        ("data_folder = 1\ndata_folder = 2", "this is not TOML: this section or key is there already, further up."),
        ('data_folder = "x', "this is not TOML: a quotation mark is not closed."),
        ('data_folder = "x\n', "this is not TOML: a quotation mark is not closed."),
        ('data_folder = "C:\\data"', "this is not TOML: a backslash stands for itself in single quotes only."),
        ("data_folder = [1", "this is not TOML: a bracket is not closed."),
        ("[community", "this is not TOML: this line cannot be understood."),
        ("data_folder = data", "this is not TOML: this line cannot be understood."),
    ],
)
def test_what_is_wrong_is_said_in_our_own_words(place: Place, toml: str, problem: str) -> None:
    assert str(place.refusal(toml).problem) == problem


def test_everything_that_is_wrong_is_found_at_once(place: Place) -> None:
    place.file.write_text(
        'data_fodler = "x"\nlog = 5\n[community]\nname = ""\nzone = "Mars"\nlanguage = "fr"\n[discord]\ntoken = "abc"\n'
        "[delivery]\nin_flight = 0\n",
        "utf-8",
    )
    (place.secrets / "afterglow_tokn__x").write_text("x")
    environment = place.environment | {"AFTERGLOW_LOG__LEVEL": "LOUD", "AFTERGLOW_STRANGE__THING": "x"}
    found = read_config(place.file, environment, {"nope": "1"})
    assert not isinstance(found, Config)
    assert [str(problem.where).partition(" (")[0] for problem in found] == [
        "data_fodler",
        "log",
        "discord.token",
        "afterglow_tokn__x",
        "AFTERGLOW_STRANGE__THING",
        "nope",
        "community.name",
        "community.language",
        "community.zone",
        "delivery.in_flight",
        "log.level",
    ]
    assert all(str(problem.cure) for problem in found)
    with pytest.raises(ConfigError, match="data_fodler"):
        load_config(place.file, environment=environment)


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("AFTERGLOW_DISCORD__TOKN", "AFTERGLOW_DISCORD__TOKEN?"),
        ("AFTERGLOW_DISCORD_TOKEN", "AFTERGLOW_DISCORD__TOKEN?"),
        ("AFTERGLOW_SECRETKEY", "AFTERGLOW_SECRET_KEY?"),
        ("AFTERGLOW_STRANGE__THING", "Remove it."),
    ],
)
def test_a_mistyped_name_is_refused_in_the_environment_and_among_secret_files(
    place: Place, name: str, cure: str
) -> None:
    error = place.refusal(**{name: "x"})
    assert (str(error.where), str(error.cure).endswith(cure)) == (f"{name} (environment)", True)
    (place.secrets / name.lower()).write_text("x")
    error = place.refusal()
    assert name.lower() in str(error.where)
    assert cure.lower() in str(error.cure).lower()


def test_a_wrong_value_is_said_to_come_from_where_it_came_from(place: Place) -> None:
    error = place.refusal(AFTERGLOW_LOG__LEVEL="LOUD")
    assert str(error.where) == "log.level (AFTERGLOW_LOG__LEVEL in the environment)"
    (place.secrets / "afterglow_streams__debounce_minutes").write_text("long")
    assert str(place.secrets) in str(place.refusal().where)


def test_an_unknown_argument_is_refused(place: Place) -> None:
    place.arguments["log.lvel"] = "INFO"
    assert str(place.refusal()) == "log.lvel (argument): there is no such key. Did you mean log.level?"


def test_a_mistake_of_syntax_names_line_and_column(place: Place) -> None:
    error = place.refusal('[community]\nname = "A" "B"\n')
    assert str(error.where) == f"{place.file}, line 2, column 12"
    assert str(place.refusal('data_folder = "').where) == f"{place.file}, end of document"


def test_what_cannot_be_read_is_named(place: Place, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"missing\.toml"):
        load_config(tmp_path / "missing.toml", environment=place.environment)
    with pytest.raises(ConfigError, match="AFTERGLOW_SECRETS"):
        load_config(environment={"AFTERGLOW_SECRETS": str(tmp_path / "nowhere")})
    place.file.write_bytes(b'data_folder = "\xe9"')
    with pytest.raises(ConfigError, match="UTF-8"):
        load_config(place.file, environment=place.environment)


def test_a_folder_without_a_file_is_fine(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config(environment=place.environment) == Config()
    place.file.write_text("[streams]\ndebounce_minutes = 7")
    assert load_config(environment=place.environment).streams.debounce_minutes == 7


@pytest.mark.parametrize(
    "toml",
    [
        f'secret_key = "{SECRET}"',
        f'[discord]\ntoken = "{SECRET}"',
        f'[telegram]\ntoken = "{SECRET}"',
        f'[database]\nurl = "postgresql://bot:{SECRET}@host/glow"',
        f'[database]\nurl = "postgresql://bot:{SECRET}/@host/glow"',
        f'[database]\nurl = "postgresql://host/glow?user=bot&password={SECRET}"',
    ],
)
def test_a_secret_in_the_file_is_refused_with_its_cure(place: Place, toml: str) -> None:
    error = place.refusal(toml)
    assert "AFTERGLOW_" in str(error.cure)
    assert "afterglow_" in str(error.cure)
    assert SECRET not in "".join(said_by(error))


def test_no_error_says_what_was_given(place: Place) -> None:
    any_text = {"data_folder", "community.name", "sources.community", "secret_key", "former_secret_key"}
    for key in known_keys().keys() - any_text:
        error = place.refusal(**{variable(key): f'"{SECRET}"'})
        assert str(error.where).startswith(key)
        assert SECRET not in "".join(said_by(error))
    for toml in (f"token = {SECRET}", f'[discord]\ntoken "{SECRET}"', f'[log]\nlevel = "{SECRET}"'):
        assert SECRET not in "".join(said_by(place.refusal(toml)))


def test_a_short_secret_key_is_refused_without_showing_it(place: Place) -> None:
    error = place.refusal(AFTERGLOW_SECRET_KEY="much-too-short")
    assert "at least 32 bytes" in str(error.problem)
    assert "much-too-short" not in "".join(said_by(error))


def test_secrets_show_neither_in_repr_nor_in_str_nor_in_json(place: Place) -> None:
    config = place.load(
        AFTERGLOW_DISCORD__TOKEN=SECRET,
        AFTERGLOW_TELEGRAM__TOKEN=SECRET,
        AFTERGLOW_SECRET_KEY=SECRET,
        AFTERGLOW_FORMER_SECRET_KEY=SECRET,
        AFTERGLOW_DATABASE__URL=f"postgresql://bot:{SECRET}@host/glow",
    )
    shown = f"{config!r} {config} {config.model_dump_json()} {config.model_dump()} {config.discord!r} {vars(config)}"
    assert SECRET not in shown
    assert SECRET in config.database_url


def test_a_configuration_stays_as_it_was_read(place: Place) -> None:
    config = place.load()
    with pytest.raises(ValueError, match="frozen"):
        config.delivery.in_flight = 1  # type: ignore[misc]


def test_the_secret_key_that_is_configured_is_taken_and_nothing_is_written(place: Place, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    config = place.load(AFTERGLOW_SECRET_KEY=SECRET, AFTERGLOW_DATA_FOLDER=str(folder))
    assert secret_key(config) == SECRET.encode()
    assert not folder.exists()


def test_a_secret_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    config = Config(data_folder=tmp_path / "deep" / "data")
    key = secret_key(config)
    file = config.data_folder / "secret.key"
    assert len(key) >= 32
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert secret_key(config) == key != secret_key(Config(data_folder=tmp_path / "other"))
    assert list(config.data_folder.iterdir()) == [file]


def test_the_secret_key_that_was_made_may_move_into_the_environment(place: Place, tmp_path: Path) -> None:
    made = secret_key(Config(data_folder=tmp_path))
    assert secret_key(place.load(AFTERGLOW_SECRET_KEY=(tmp_path / "secret.key").read_text())) == made


def test_all_that_start_at_once_have_the_same_secret_key(tmp_path: Path) -> None:
    keys: list[bytes] = []
    start = threading.Barrier(8)

    def begin() -> None:
        start.wait()
        keys.append(secret_key(Config(data_folder=tmp_path)))

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_a_secret_key_that_cannot_be_kept_is_an_error_with_a_cure(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(ConfigError, match="AFTERGLOW_SECRET_KEY"):
        secret_key(Config(data_folder=blocked))


def test_a_damaged_secret_key_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text("short")
    with pytest.raises(ConfigError, match="backup"):
        secret_key(Config(data_folder=tmp_path))
    assert (tmp_path / "secret.key").read_text() == "short"


def test_the_example_loads_as_it_is_and_changes_nothing(place: Place) -> None:
    assert load_config(EXAMPLE, environment=place.environment) == Config()


def test_the_example_shows_each_key_with_its_real_default(place: Place) -> None:
    shown = SETTING.sub(r"\1 = ", EXAMPLE.read_text("utf-8"))
    assert place.load(shown) == Config()
    tables = tomllib.loads(shown)
    named = {name for name, part in tables.items() if not isinstance(part, dict)}
    named |= {f"{name}.{key}" for name, part in tables.items() if isinstance(part, dict) for key in part}
    kept_out = {key for key in SECRETS if key != "database.url"}
    assert named | kept_out == set(known_keys())
    assert not named & kept_out


def test_the_example_explains_each_key_and_names_the_variables_of_secrets() -> None:
    text = EXAMPLE.read_text("utf-8")
    prose = " ".join(line.removeprefix("#").strip() for line in text.splitlines())
    variables = {variable(key): key for key in known_keys()}
    for key in known_keys():
        assert str(about(key)) in prose, key
    for key in SECRETS:
        assert variable(key) in prose
        assert variable(key).lower() in prose
    assert set(re.findall(r"AFTERGLOW_\w+", text)) <= {*variables, "AFTERGLOW_SECRETS"}
    assert set(re.findall(r"afterglow_\w+", text)) <= {name.lower() for name in variables}


def said_by(error: BaseException | None) -> Iterator[str]:
    """All that an error and those behind it tell whoever prints or walks them."""
    while error is not None:
        yield f"{error} {error!r} {error.args} {vars(error)}"
        if isinstance(error, ValidationError):
            yield str(error.errors())
        if error.__cause__ is not None and error.__cause__ is not error.__context__:
            yield from said_by(error.__cause__)
        error = error.__context__
