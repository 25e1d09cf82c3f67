"""Keys are found where the code names them."""

from pathlib import Path

from bot.text.usage import used_keys

CODE = """
ctx.t("a-one", name=name)
translator.text("a-two.name", language)
raise UserError("a-three")
t(f"a-{four}")
t(key)
t()
text("SELECT 1")
other("a-five")
table[0]("a-six")
"""


def test_literal_keys_of_the_three_calls_are_found(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "code.py").write_text(CODE, encoding="utf-8")
    found = sorted((use.key, use.line) for use in used_keys([tmp_path]))
    assert found == [("a-one", 2), ("a-three", 4), ("a-two.name", 3)]
