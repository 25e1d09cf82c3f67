"""What people type: arguments of commands and values of forms, mostly sensible, sometimes not."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.core.declarations import Command
from bot.core.signatures import Parameter
from bot.model.messages import Field, FieldKind, Form, OptionKind
from tests.simulate.effects import ZONES
from tests.simulate.people import Resident
from tests.simulate.town import Town

NONSENSE = ("", "?", "<b>", "@everyone", "x" * 3000, "💜", "{ $name }", "'; --", "−1", "0", "\u202e", "a_b*c`d", "&lt;")
MOMENTS = ("tomorrow 18:30", "in 2 h", "in 20 min", "20:00", "in 3 d", "yesterday", "never", "2026-02-30 25:00")
TEXTS = ("Tea night", "Velký večer", "so blue!", "čaj & clay", "<i>x</i>", "thank you")
CLOCKS = (("22:00", "08:00"), ("23:30", "07:00"), ("off", ""), ("9", "17:30"), ("2:30", "3:15"), ("99:99", "8"))
SPANS = ("10 min", "3 h", "45 min", "1 d", "30 h", "0 min", "soon")
TIMES = (*SPANS, "+1 12:30", "+0 02:30", "+2 9:00")
STEP_TEXTS = ("", "Hi { $name }!", "Ahoj {name}", "{ broken", "</b>", "y" * 2000)

FORM_VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"zone": (*ZONES, "Xyzzy", ""), "when": TIMES, "expiry": SPANS, "share": ("0", "1", "3", "101", "x")}
)
PRIVATE_FORMS = ("followups.keep_words", "followups.keep_question")
"""Forms whose words only their author and the hosts may read."""


def words_for(town: Town, command: Command) -> str:
    """The rest of the line behind a command."""
    words = []
    for parameter in command.parameters:
        if not parameter.required and town.rng.random() < 0.4:
            break
        words.append(_word(town, command, parameter) if town.rng.random() < 0.9 else town.rng.choice(NONSENSE))
    if town.rng.random() < 0.05:
        words.append(town.rng.choice(NONSENSE))
    return " ".join(words)


def _word(town: Town, command: Command, parameter: Parameter) -> str:
    rng = town.rng
    match parameter.kind:
        case OptionKind.CHOICE:
            return rng.choice(parameter.choices)
        case OptionKind.MEMBER:
            name = rng.choice(town.people).name
            return f'"{name}"' if " " in name else rng.choice((name, f"@{name}"))
        case OptionKind.MOMENT:
            return rng.choice(MOMENTS)
        case OptionKind.WHOLE | OptionKind.NUMBER:
            return str(rng.choice((-1, 0, 1, 2, 5, 30, 100, 10**12)))
        case OptionKind.YES_NO:
            return rng.choice(("yes", "no", "ano", "hm"))
        case _:
            return rng.choice(_known_names(town, command) or TEXTS)


def _known_names(town: Town, command: Command) -> list[str]:
    """Names that such a command may mean."""
    registry = town.bot.app.parts.registry
    match command.path[0]:
        case "plugin":
            return sorted(registry.plugins)
        case "journey":
            return [f"{plugin}.{journey.name}" for plugin, journey in registry.journeys]
        case "permission":
            return [f'"{other.name}"' for other in registry.commands.values()]
        case "reward" | "rewards" | "draw":
            return [f"#{id}" for id in town.books.column("SELECT id FROM rewards_rewards ORDER BY id")]
        case "invited":
            return list(town.ledger.brought.codes)
        case "here":
            return [str(code) for code in town.books.column("SELECT code FROM streams_drops ORDER BY id")]
        case _:
            return []


def values_for(town: Town, person: Resident, form: Form) -> dict[str, str]:
    """What somebody fills in; what they leave alone keeps what stands in it."""
    spec, _ = town.behind(form.token)
    hours = dict(zip(("from", "until"), town.rng.choice(CLOCKS), strict=True))
    values = {}
    for field in form.fields:
        if town.rng.random() < 0.2:
            continue
        values[field.name] = hours.get(field.name) or _value(town, field)
        if spec is not None and spec.full_name in PRIVATE_FORMS:
            values[field.name] += f" {town.secret(person)}"
    return values


def _value(town: Town, field: Field) -> str:
    rng = town.rng
    if field.name in FORM_VALUES:
        return rng.choice(FORM_VALUES[field.name])
    if field.name.startswith("text-"):
        return rng.choice(STEP_TEXTS)
    match field.kind:
        case FieldKind.YES_NO:
            return rng.choice(("yes", "no"))
        case FieldKind.CHOICE | FieldKind.CHOICES:
            return rng.choice(field.choices).value
        case FieldKind.NUMBER:
            return str(rng.choice((-1, 0, 1, 5, 15, 60, 10**9)))
        case _:
            return rng.choice((*TEXTS, *NONSENSE, rng.choice(town.people).name))
