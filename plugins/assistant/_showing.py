"""What is shown: answers with their source, the lists of entries, documents and the shelf."""

from collections.abc import Sequence
from typing import Final

from bot.api import (
    Action,
    Choice,
    Context,
    Field,
    FieldKind,
    Markup,
    Page,
    Translator,
    base_language,
    escape,
    headed,
    join,
    linked,
    plain,
    shortened,
    turning,
)
from plugins.assistant._asking import SURE, Found, Outcome
from plugins.assistant._bringing import Document, all_documents
from plugins.assistant._knowledge import Entry, all_entries, all_shelved
from plugins.assistant._wording import Wording

ON_A_PAGE: Final = 6
LABEL: Final = 60
Screen = tuple[Markup, Sequence[Sequence[Action]]]


def answered(ctx: Context, outcome: Outcome) -> Screen:
    """The answer, or that there is none; and the way to a person in any case."""
    person = ctx.button("assistant.talk_now")
    if outcome.question_id is not None:
        person = ctx.button("assistant.ask_person", outcome.question_id)
    found = outcome.found
    if found.sources:
        return worded(ctx, found, outcome.wording, person) if outcome.wording else _as_written(ctx, found, person)
    if not found.near:
        return ctx.t("assistant-unknown", known="yes" if found.any else "no"), [[person]]
    looks = [
        [ctx.button("assistant.read_entry", *entry.key, label=shortened(entry.title, LABEL))] for entry in found.near
    ]
    return ctx.t("assistant-near", several="yes" if len(looks) > 1 else "no"), [*looks, [person]]


def _as_written(ctx: Context, found: Found, person: Action) -> Screen:
    answer = found.sources[0]
    lines = [_sure(ctx, found)]
    if found.foreign:
        lines.append(ctx.t("assistant-foreign", language=answer.language))
    return join([*lines, entry_text(ctx, answer)], "\n\n"), [[person]]


def _sure(ctx: Context, found: Found) -> Markup:
    return ctx.t("assistant-sure", sure="yes" if found.confidence >= SURE else "no")


def worded(ctx: Context, found: Found, wording: Wording, person: Action) -> Screen:
    """A machine's words, marked as such, with what they rest on and the way to read that."""
    lines = [
        _sure(ctx, found),
        escape(wording.text),
        join([ctx.t("assistant-worded"), *(_cited(ctx, one) for one in wording.sources)]),
    ]
    looks = [
        [ctx.button("assistant.read_entry", *one.key, label=_reading(ctx, one, alone=len(wording.sources) == 1))]
        for one in wording.sources
    ]
    return join(lines, "\n\n"), [*looks, [person]]


def _cited(ctx: Context, entry: Entry) -> Markup:
    source = ctx.t("assistant-source", kind=_kind(entry), name=entry.source)
    link = linked(entry.url, entry.url) if entry.url else Markup("")
    return join([ctx.t("assistant-cited", title=entry.title, source=source), *([link] if link else [])])


def _reading(ctx: Context, entry: Entry, *, alone: bool) -> Markup | str:
    return ctx.t("assistant-read-source") if alone else shortened(entry.title, LABEL)


def _kind(entry: Entry) -> str:
    return "shelf" if entry.shelved else "document" if entry.source else "faq"


def entry_text(ctx: Context, entry: Entry) -> Markup:
    """The entry as an answer: what it is called, what it says, where it stands."""
    lines = [ctx.t("assistant-entry", title=entry.title)]
    if entry.body:
        lines.append(escape(entry.body))
    if entry.url:
        lines.append(linked(entry.url, entry.url))
    lines.append(ctx.t("assistant-source", kind=_kind(entry), name=entry.source))
    return join(lines)


def entry_page(ctx: Context, entry: Entry, head: Markup | None = None) -> Screen:
    """An entry as whoever keeps it sees it."""
    about = ctx.t("assistant-entry-about", language=entry.language, tags=entry.tags, tagged=bool(entry.tags))
    lines = [*([head] if head else []), entry_text(ctx, entry), about]
    rows = [
        [ctx.button("assistant.edit_form", entry.id), ctx.button("assistant.remove_entry", entry.id)],
        [ctx.button("assistant.faq_page", 1)],
    ]
    return join(lines, "\n\n"), rows


async def faq(ctx: Context, number: int) -> Screen:
    """A page of the entries."""
    page = Page.of(await all_entries(ctx), number, ON_A_PAGE)
    lines = [headed(ctx, ctx.t("assistant-faq"), page)] if page.items else [ctx.t("assistant-faq-none")]
    looks = []
    for entry in page.items:
        lines.append(
            ctx.t("assistant-faq-line", title=entry.title, source=entry.source, sourced="yes" if entry.source else "no")
        )
        looks.append([ctx.button("assistant.keep_entry", entry.id, label=shortened(entry.title, LABEL))])
    more = [ctx.button("assistant.add_form"), ctx.button("assistant.import_form")]
    return join(lines), [*looks, turning(ctx, "assistant.faq_page", page), more]


async def knowledge(ctx: Context, number: int, head: Markup | None = None) -> Screen:
    """A page of the documents."""
    page = Page.of(await all_documents(ctx), number, ON_A_PAGE)
    lines = [*([head] if head else [])]
    lines.append(headed(ctx, ctx.t("assistant-documents"), page) if page.items else ctx.t("assistant-documents-none"))
    lines += [document_line(ctx, one) for one in page.items]
    removes = [_removing(ctx, "assistant.remove_document", one.id, one.name) for one in page.items]
    more = [ctx.button("assistant.import_form"), ctx.button("assistant.faq_page", 1)]
    return join(lines), [*removes, turning(ctx, "assistant.knowledge_page", page), more]


def document_line(ctx: Context, one: Document) -> Markup:
    """A document in a line."""
    return ctx.t("assistant-document", name=one.name, language=one.language, sections=one.sections)


async def content(ctx: Context, number: int, head: Markup | None = None) -> Screen:
    """A page of the shelf; whoever keeps it can remove from it."""
    page = Page.of(await all_shelved(ctx), number, ON_A_PAGE)
    lines = [*([head] if head else [])]
    lines.append(headed(ctx, ctx.t("assistant-shelf"), page) if page.items else ctx.t("assistant-shelf-none"))
    for one in page.items:
        about = ", ".join(part for part in (one.source, one.tags) if part)
        lines.append(
            ctx.t("assistant-shelf-line", link=linked(one.title, one.url), about=about, said="yes" if about else "no")
        )
    return join(lines), [turning(ctx, "assistant.content_page", page)]


def _removing(ctx: Context, action: str, id: int, name: str) -> list[Action]:
    return [ctx.button(action, id, label=plain(ctx.t("assistant-remove-named", name=shortened(name, 40))))]


def language_field(ctx: Context, value: str = "") -> Field:
    """In which language something is."""
    every = ctx.use(Translator).languages
    choices = tuple(Choice(one, plain(ctx.t("assistant-language", language=one))) for one in every)
    chosen = value or base_language(ctx.community.language)
    return Field("language", ctx.t("assistant-field-language"), FieldKind.CHOICE, value=chosen, choices=choices)
