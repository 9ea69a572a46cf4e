"""Text from articles has one way to the screen as HTML, and one into a figure. Read the source."""

import ast
from pathlib import Path

import pytest

from dateline.ui.markup import Html, join, plain, tag

ROOT = Path(__file__).parents[2]
SCREEN = [*(ROOT / "dateline" / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py")]


def calls(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("path", SCREEN, ids=lambda path: path.name)
def test_html_goes_through_the_markup_door_alone(path):
    source = path.read_text(encoding="utf-8")

    assert "unsafe_allow" not in source
    if path.name != "markup.py":
        assert "st.html" not in calls(path)
    if path.name not in ("markup.py", "style.py"):  # the style sheet is a constant
        assert "Html" not in calls(path)


def test_text_is_escaped_on_its_way_in():
    made = tag("p", "<script>alert(1)</script>", tag("strong", "&"), title='"x"')

    assert made.source == (
        '<p title="&quot;x&quot;">&lt;script&gt;alert(1)&lt;/script&gt;<strong>&amp;</strong></p>'
    )
    assert join(["<", Html("<i>")]).source == "&lt;<i>"


def test_an_element_that_is_not_needed_cannot_be_made():
    with pytest.raises(ValueError, match="script"):
        tag("script", "x")


@pytest.mark.parametrize("text", ["$5m to $10m", "*a* _b_ `c`", "![x](http://y)", ":red[z]", "# h"])
def test_a_label_shows_markdown_as_it_stands(text):
    escaped = plain(text).replace("\N{WORD JOINER}", "")

    assert escaped.replace("\\", "") == text
    for char in "$*_`![]#:":
        assert char not in escaped.replace(f"\\{char}", "")
