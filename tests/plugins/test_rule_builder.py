"""The rule builder of the core, as any plugin has it: a rule put together by buttons, and what does not fit."""

from collections.abc import AsyncIterator

import pytest

from bot.model.messages import FieldKind
from bot.model.rules import AllOf, AnyOf, Comparison, Condition
from tests.plugins.gates import FAR, FIRST, Gates, gates
from tests.snapshots.compare import matches, screen

READ = Condition(fact="meter_read", value=2)
PAID = Condition(fact="meter_paid", comparison=Comparison.IS, value=True)


@pytest.fixture
async def here() -> AsyncIterator[Gates]:
    async with gates() as place:
        yield place


async def test_a_rule_is_put_together_by_buttons_and_read_back_with_for_how_many_it_holds(here: Gates) -> None:
    told = await here.open()
    assert told == "“Gate” is for everybody. Add a condition, and it is only for whoever fulfils it."
    assert here.labels() == ["Add a condition", "Add a badge", "Done"]
    told = await here.adds("Meters read", how="at_least", value="2")
    assert told == "“Gate” is for whoever has at least 2 read on the meter.\n2 members fulfil that now."
    told = await here.adds("The bill is paid", value="no")
    assert "at least 2 read on the meter and the bill paid: no.\nNobody fulfils that now." in told
    told = await here.presses(here.mona, "Any of them will do")
    assert "at least 2 read on the meter or the bill paid: no.\n2 members fulfil that now." in told
    told = await here.presses(here.mona, "Take the last one back")
    assert "is for whoever has at least 2 read on the meter.\n" in told
    assert here.rules[FIRST] == READ
    assert "is for everybody" in await here.presses(here.mona, "No rule")
    assert here.rules[FIRST] is None
    assert await here.presses(here.mona, "Done") == "gate 1"


@pytest.mark.long
async def test_a_plugin_has_several_builders_and_says_in_its_own_words_what_they_are_for(here: Gates) -> None:
    await here.open()
    assert await here.presses(here.mona, "Who may come in") == "Whoever likes comes in by the Gate."
    told = await here.adds("Meters read", how="is", value="3")
    assert told == "By the Gate come those with exactly 3 read on the meter.\n2 members fulfil that now."
    assert here.rules == {FIRST: None, FAR: Condition(fact="meter_read", comparison=Comparison.IS, value=3)}


@pytest.mark.long
async def test_a_number_that_is_none_is_said_back_and_asked_for_again_with_what_was_typed(here: Gates) -> None:
    await here.open()
    told = await here.adds("Meters read", how="at_most", value="ten")
    assert told == "I cannot read “ten” as a number from 0 on. Try again with digits; nothing was changed."
    await here.presses(here.mona, "Try again")
    assert [field.value for field in here.form().fields] == ["at_most", "ten"]
    told = await here.fills(here.mona, {"value": "-4"})
    assert "“-4”" in told
    for odd in ("5 or more <b>", "x" * 200):
        await here.presses(here.mona, "Try again")
        assert "I cannot read “" + odd[:9] in await here.fills(here.mona, {"value": odd})
        await here.presses(here.mona, "Try again")
        assert [field.value for field in here.form().fields] == ["at_most", "1"]  # too odd for a button
    assert here.kept == 0
    told = await here.fills(here.mona, {"value": " 1 000,5 "})
    assert "is for whoever has at most 1,000.5 read on the meter." in told


@pytest.mark.long
@pytest.mark.parametrize("value", ["", "nan", "inf", "-0.1", "1e10", "1,000.5"])
async def test_numbers_are_digits_from_nought_to_a_thousand_million(here: Gates, value: str) -> None:
    await here.open()
    assert "as a number from 0 on" in await here.adds("Meters read", how="is", value=value)
    assert here.rules[FIRST] is None


@pytest.mark.long
async def test_neither_yes_nor_no_is_refused_and_not_taken_for_yes(here: Gates) -> None:
    await here.open()
    told = await here.adds("The bill is paid", value="perhaps")
    assert "I cannot read “perhaps” as yes or no." in told
    await here.presses(here.mona, "Try again")
    await here.fills(here.mona, {"value": "yes"})
    assert here.rules[FIRST] == PAID


@pytest.mark.long
async def test_of_a_settled_text_all_choices_are_offered_also_those_that_nobody_has(here: Gates) -> None:
    await here.open()
    await here.pick("Colour of the box")
    [how, value] = here.form().fields
    assert [choice.label for choice in how.choices] == ["is", "is not"]
    assert [choice.label for choice in value.choices] == ["a box that is: red", "a box that is: green"]
    told = await here.fills(here.mona, {"how": "is_not", "value": "blue"})
    assert told == "“blue” is not there any more. Choose another; nothing was changed."
    await here.presses(here.mona, "Try again")
    assert here.form().fields[0].value == "is_not"
    told = await here.fills(here.mona, {"value": "green"})
    assert "a box that is: not green.\n2 members fulfil that now." in told


@pytest.mark.long
async def test_of_another_text_what_people_have_is_offered_and_else_it_is_typed(here: Gates) -> None:
    await here.open()
    await here.pick("Street")
    value = here.form().fields[1]
    assert (value.kind, [choice.value for choice in value.choices]) == (FieldKind.CHOICE, await here.streets())
    told = await here.fills(here.mona, {"value": "Elm street"})
    assert "living in: Elm street.\nNobody fulfils that now." in told  # who lived there moved away meanwhile


@pytest.mark.long
async def test_more_texts_than_a_menu_holds_are_typed_and_so_is_none() -> None:
    async with gates(guests=24) as here:
        await here.open()
        await here.pick("Street")
        assert len(await here.streets()) == 26
        assert here.form().fields[1].kind is FieldKind.TEXT
        assert "has to be compared with something" in await here.fills(here.mona, {"value": "  "})
        await here.presses(here.mona, "Try again")
        assert "in 100 characters at most" in await here.fills(here.mona, {"value": "x" * 101})
        await here.presses(here.mona, "Try again")
        await here.fills(here.mona, {"value": (await here.streets())[0]})
        assert here.kept == 1


@pytest.mark.long
async def test_what_a_plugin_counted_is_neither_offered_nor_taken_once_it_is_off_and_what_rests_on_it_says_so(
    here: Gates,
) -> None:
    await here.open()
    await here.adds("Meters read", how="at_least", value="2")
    await here.adds("Streams attended", how="at_least", value="1")
    await here.pick("The bill is paid")
    await here.says(here.mona, "/plugin disable meter")
    gone = "What that condition is about is not counted here any more: its plugin is off."
    assert gone in await here.fills(here.mona, {"value": "yes"})
    assert gone in await here.presses(here.mona, "The bill is paid")
    told = await here.open()
    assert "Not counted here at the moment, so that it stands as it was: at least 2 read on the meter." in told
    assert told.count("Not counted here") == 1
    found = set()
    await here.presses(here.mona, "Add a condition")
    while "More ›" in here.labels():
        found |= set(here.labels())
        await here.presses(here.mona, "More ›")
    assert "Orders" in found and not {"Meters read", "Street"} & (found | set(here.labels()))
    await here.says(here.mona, "/plugin enable meter")
    assert "Not counted here" not in await here.open()


@pytest.mark.long
async def test_buttons_of_a_plugin_that_is_off_do_nothing(here: Gates) -> None:
    await here.open()
    await here.adds("Meters read", how="at_least", value="2")
    await here.says(here.mona, "/plugin disable gates")
    for label in ("No rule", "Add a condition", "Add a badge", "Meters read"):
        assert "is switched off" in await here.presses(here.mona, label), label
    assert here.rules[FIRST] == READ


@pytest.mark.long
async def test_a_form_of_a_plugin_that_is_off_keeps_nothing(here: Gates) -> None:
    await here.open()
    await here.pick("Meters read")
    await here.says(here.mona, "/plugin disable gates")
    assert "is switched off" in await here.fills(here.mona, {"value": "2"})
    assert here.rules[FIRST] is None


@pytest.mark.long
async def test_old_buttons_do_what_they_say_to_the_rule_as_it_is_now_and_no_more(here: Gates) -> None:
    await here.open()
    for value in ("1", "2", "3"):
        await here.adds("Meters read", how="at_least", value=value)
    back, turned = here.token("Take the last one back"), here.token("Any of them will do")
    await here.presses(here.mona, back)
    told = await here.presses(here.mona, back)
    assert "at least 1 read on the meter and at least 2 read on the meter." in told
    await here.presses(here.mona, "No rule")
    kept = here.kept
    for old in (back, turned, here.token("No rule")):
        assert "is for everybody" in await here.presses(here.mona, old)
    assert (here.rules[FIRST], here.kept) == (None, kept)


@pytest.mark.long
async def test_the_same_condition_twice_is_one(here: Gates) -> None:
    await here.open()
    for _ in range(2):
        await here.adds("Meters read", how="at_least", value="2")
    assert (here.rules[FIRST], here.kept) == (READ, 1)


@pytest.mark.long
async def test_a_rule_has_eight_conditions_at_most_and_says_so_before_a_ninth_is_typed(here: Gates) -> None:
    await here.open()
    for value in range(1, 8):
        await here.adds("Meters read", how="at_least", value=str(value))
    old, form = here.token("Meters read"), here.form
    await here.pick("Meters read")
    late = form()
    here.rules[FIRST] = AllOf(parts=tuple(Condition(fact="meter_read", value=each) for each in range(1, 9)))
    full = "A rule has at most 8 conditions. Take one back first; nothing was changed."
    assert await here.fills(here.mona, {"value": "9"}) == full
    assert late.token
    for button in (old, here.token("Add a condition"), here.token("Add a badge")):
        assert await here.presses(here.mona, button) == full
    await here.open()
    assert "Add a condition" not in here.labels() and "Add a badge" not in here.labels()
    assert here.kept == 7


@pytest.mark.long
async def test_a_rule_that_was_longer_before_can_be_made_shorter(here: Gates) -> None:
    here.rules[FIRST] = AnyOf(parts=tuple(Condition(fact="meter_read", value=each) for each in range(1, 13)))
    assert "at least 12 read on the meter" in await here.open()
    assert "at least 12 read" not in await here.presses(here.mona, "Take the last one back")
    assert "and at least 11 read on the meter" in await here.presses(here.mona, "All of them are needed")


@pytest.mark.long
async def test_what_has_a_rule_is_gone_for_every_button(here: Gates) -> None:
    await here.open()
    await here.adds("Meters read", how="at_least", value="2")
    await here.adds("The bill is paid", value="yes")
    await here.presses(here.mona, "Add a badge")
    levels = await here.presses(here.mona, "⭐ Regular")
    assert "From which level of “Regular” on?" in levels
    await here.pick("Street")
    del here.rules[FIRST]
    assert "gate 1" in await here.fills(here.mona, {"value": "x"})
    for label in (
        *("Rule", "Add a condition", "Add a badge", "⭐ Regular", "Level 2", "Street"),
        *("Any of them will do", "Take the last one back", "No rule"),
    ):
        assert "gate 1" in await here.presses(here.mona, label), label
    assert here.rules == {FAR: None}


@pytest.mark.long
async def test_only_who_may_can_press_what_others_see(here: Gates) -> None:
    await here.open()
    await here.presses(here.mona, "Add a condition")
    await here.presses(here.mona, "Add a badge")
    for label in ("Rule", "Add a condition", "Add a badge", "Orders", "⭐ Regular", "🛡️ Veteran"):
        said = await here.presses(here.ann, here.token(label))
        assert said.startswith("This is for moderators."), label
    assert here.kept == 0


@pytest.mark.long
async def test_a_badge_is_needed_from_a_level_on_and_none_that_cannot_be_had(here: Gates) -> None:
    await here.open()
    await here.presses(here.mona, "Add a badge")
    await here.presses(here.mona, "⭐ Regular")
    told = await here.presses(here.mona, "Level 2")
    assert "is for whoever has the badge “Regular”, level: at least 2.\nNobody fulfils that now." in told
    veteran, level = here.token("🛡️ Veteran"), here.token("Level 3")
    for name in ("veteran", "regular"):
        await here.says(here.mona, f"/badge show {name}")
        await here.presses(here.mona, "Switch it off")
    for old in (veteran, level, here.token("⭐ Regular")):
        assert "That badge cannot be had any more." in await here.presses(here.mona, old)
    told = await here.open()
    assert "“Regular”, level: at least 2." in told and "Not counted" not in told  # whoever has it keeps it
    for plugin in ("badges", "ideas"):  # which both declare badges
        await here.says(here.mona, f"/plugin disable {plugin}")
    told = await here.open()
    assert "stands as it was: the badge “Regular”, level: at least 2." in told and "Add a badge" not in here.labels()


@pytest.mark.long
async def test_buttons_have_room_for_long_numbers(here: Gates) -> None:
    await here.open(FAR)
    await here.adds("Meters read", how="at_most", value="12x")
    assert len(here.token("Try again")) <= 40
    await here.presses(here.mona, "Try again")
    assert here.form().fields[0].value == "at_most"
    await here.fills(here.mona, {"value": "2"})
    await here.presses(here.mona, "Add a badge")
    await here.presses(here.mona, "⭐ Regular")
    assert "level: at least 3" in await here.presses(here.mona, "Level 3")
    assert here.rules[FIRST] is None and here.rules[FAR] is not None


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_the_rule_builder_reads_well(language: str) -> None:
    async with gates(language=language) as here:
        await here.says(here.mona, "/gate")
        seen, asked = len(here.bot.seen(here.mona)), []
        await press(here, 0)
        for places, value in (((0, 0), "x"), ((0,), "3"), ((0, 1), "50")):  # orders, try again, money spent in all
            await press(here, *places)
            form = here.form()
            asked.append("\n".join([form.title, *(field.label for field in form.fields)]))
            await here.fills(here.mona, {"value": value})
        await press(here, 0, 2, 1, 1)  # any of them, a badge, "Regular", its second level
        matches(f"core/rule-builder.{language}", "\n\n".join([screen(here.bot.seen(here.mona)[seen:]), *asked]))


async def press(here: Gates, *places: int) -> None:
    """Mona presses buttons of the newest message by their places, whatever they are called."""
    for place in places:
        await here.presses(here.mona, here.labels()[place])


@pytest.mark.long
async def test_a_rule_that_lets_nobody_in_can_be_cleared(here: Gates) -> None:
    here.rules[FIRST] = AnyOf()
    assert await here.open() == "“Gate” is for whoever has nobody.\nNobody fulfils that now."
    assert "is for everybody" in await here.presses(here.mona, "No rule")
