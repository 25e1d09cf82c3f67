"""What is kept about a person and why, and whom to ask."""

from bot.api import Action, Context, PluginSettings, Registry, Translator, contributed, join
from plugins.passport._settings import Settings


async def show(ctx: Context) -> None:
    """What is kept, by the core and each plugin in use here; what leaves; whom to ask; how to see and stop it."""
    settings = await ctx.settings(Settings)
    own = ["passport-privacy-kept", *(["passport-privacy-interests"] if settings.interests else [])]
    kept = [ctx.t(key) for key in (*own, *await _of_plugins(ctx))]
    sent = await contributed(ctx, "privacy")
    if settings.contact:
        whom = ctx.t("passport-privacy-ask", contact=settings.contact)
    else:
        whom = ctx.t("passport-privacy-ask-team", community=ctx.community.name)
    leaving = [join([ctx.t("passport-privacy-leaves"), *sent])] if sent else []
    text = join([join(kept), *leaving, ctx.t("passport-privacy-yours"), whom], "\n\n")
    policy = [Action(str(ctx.t("passport-privacy-policy")), url=settings.policy)] if settings.policy else []
    names = ("passport.me", "passport.why_page", "passport.preferences", "passport.mydata")
    await ctx.reply(text, [ctx.button(name) for name in names], policy)


async def _of_plugins(ctx: Context) -> list[str]:
    """The texts "<plugin>-privacy", by which plugins say what they keep."""
    on, texts = await ctx.use(PluginSettings).enabled(), ctx.use(Translator)
    others = (name for name in ctx.use(Registry).plugins if name in on and name != "passport")
    return [f"{name}-privacy" for name in others if texts.has(f"{name}-privacy")]
