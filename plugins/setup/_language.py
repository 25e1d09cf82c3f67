"""The step of the language that the bot speaks to everybody."""

from bot.api import Arrangements, Communities, Context, Translator, UserError
from plugins.setup import _joining
from plugins.setup._parts import Part, Said, marked, rows_of


async def look(ctx: Context) -> object:
    """No network is asked."""
    return ()


async def part(ctx: Context, seen: object) -> Part:
    """The language that holds, and a button for each there is, by the name it gives itself."""
    now = (await ctx.use(Communities).get(ctx.community.id)).language
    texts = ctx.use(Translator)
    buttons = [
        ctx.button("setup.language", name, label=marked(ctx, texts.text("setup-language-own", name), now=name == now))
        for name in texts.languages
    ]
    name = texts.text("setup-language-own", now)
    asked, ways = await _joining.question(ctx)
    return Part([*asked, ctx.t("setup-language-now", language=name)], [*ways, *rows_of(buttons)])


async def choose(ctx: Context, language: str) -> Said:
    """Speak another language. Raises UserError for one that there is not."""
    if language not in ctx.use(Translator).languages:
        raise UserError("setup-gone")
    entry = await ctx.use(Arrangements).set(ctx.community, "language", language, ctx.member.id)
    name = ctx.use(Translator).text("setup-language-own", language)
    return Said(ctx.t("setup-language-set", language=name, new=entry is not None), entry)
