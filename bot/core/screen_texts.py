"""Which texts a plugin needs: those that screens of others look for, beside the ones that its own code names."""

from collections.abc import Iterator

from bot.core.declarations import Command, Plugin
from bot.model.titles import journey_named


def texts_needed_by(plugin: Plugin) -> Iterator[str]:
    """The keys, in the order in which plugins/README.md names them."""
    yield f"{plugin.name}-title"
    yield f"{plugin.name}-about"
    for command in plugin.commands:
        yield from texts_of_command(command)
    yield from dict.fromkeys(spec.label for spec in plugin.actions)
    for field in plugin.settings.model_fields:
        yield f"{plugin.name}-setting-{field.replace('_', '-')}"
    yield from dict.fromkeys(need.without for need in plugin.needs)
    for journey in plugin.journeys:
        yield journey_named(f"{plugin.name}.{journey.name}").key
        for step in journey.steps:
            yield f"{plugin.name}-journey-{journey.name}-{step.id}"
            yield from (variant.message for variant in step.variants if variant.message)


def texts_of_command(command: Command) -> Iterator[str]:
    """Its description, and that of each of its options."""
    path = "-".join(command.path)
    yield f"cmd-{path}"
    for option in command.parameters:
        yield f"opt-{path}-{option.shown}"
