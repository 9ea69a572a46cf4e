"""Text of others has one way to the screen and one into a figure. Sources are read, pages are run.

What a browser makes of it is in tests/browser/test_hostile.py.
"""

import ast
import html
import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dateline.__main__ import main
from dateline.charts.escape import safe
from dateline.ui import tables
from dateline.ui.markup import link, plain, tag
from dateline.ui.pages import TITLES
from dateline.views.visible import REORDERING, visible
from tests.security import hostile

ROOT = Path(__file__).parents[2]
SCREEN = [*(ROOT / "dateline" / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py")]
CHARTS = sorted((ROOT / "dateline" / "charts").glob("*.py"))
BEACON = "http://127.0.0.1:9"

# Streamlit's ways to show what they are given as Markdown, HTML, a picture or a frame.
RAW = {
    "write", "write_stream", "html", "caption", "title", "header", "subheader", "latex", "iframe",
    "image", "video", "audio", "logo", "json", "exception", "help", "badge", "link_button",
    "graphviz_chart", "toast",
}  # fmt: skip
# Those whose text is Markdown too, and must be the project's own words or go through `plain`.
MARKDOWN = {"markdown", "error", "warning", "info", "success"}
# Columns that open or load what a cell holds.
LOADING = {"LinkColumn", "ImageColumn", "VideoColumn", "AudioColumn", "MarkdownColumn"}
# Where Streamlit shows text just as it is given; the rest of what it is sent must be harmless.
AS_GIVEN = {
    ("Selectbox", "options"), ("Selectbox", "raw_value"), ("MultiSelect", "options"),
    ("MultiSelect", "raw_values"), ("Slider", "options"), ("TextInput", "value"),
    ("BidiComponent", "json"),
}  # fmt: skip


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def is_own_words(node: ast.expr, known: set[str]) -> bool:
    """Whether an expression holds the project's own words, numbers, and what `plain` made alone."""
    if ast.unparse(node) in known:
        return True
    match node:
        case ast.Constant():
            return True
        case ast.Name(name):
            return name.isupper()
        case ast.Call(ast.Name("plain" | "len")):
            return True
        case ast.JoinedStr(values):
            return all(is_own_words(value, known) for value in values)
        case ast.FormattedValue(value, _, spec):
            return spec is not None or is_own_words(value, known)
        case ast.IfExp(_, one, other):
            return is_own_words(one, known) and is_own_words(other, known)
        case ast.Call(ast.Attribute(inner, "strip" | "replace")):
            return is_own_words(inner, known)
    return False


# Expressions of Markdown that hold no data, each with the reason.
OWN_MARKDOWN = {
    "method_page.py": {"words", repr("\n") + ".join(meanings)"},  # its constants; the measures
    "data_page.py": {"first", "by"},  # words with a number, and words
    "notices.py": {"what", "_either(active)", "extra"},  # words of pages and selection.WORDS
}


@pytest.mark.parametrize("path", SCREEN, ids=lambda path: path.name)
def test_no_page_goes_around_the_door_for_text(path):
    for call in calls(path):
        name = ast.unparse(call.func)
        if name.startswith("st.") and name.removeprefix("st.") in RAW:
            assert path.name == "markup.py", f"{ast.unparse(call)}: show it with markup.show"
        if name.startswith("st.") and name.removeprefix("st.") in MARKDOWN:
            known = OWN_MARKDOWN.get(path.name, set())
            assert is_own_words(call.args[0], known), f"{ast.unparse(call)}: use markup.plain"
        assert name.split(".")[-1] not in LOADING, f"{name} opens or loads what a cell holds"
        assert "components.v1" not in name
        for keyword in call.keywords:
            assert keyword.arg not in {"unsafe_allow_html", "unsafe_allow_javascript"}, path.name


def test_the_watch_on_the_sources_sees_what_goes_around():
    call = ast.parse('st.info(f"{row.title} is new")', mode="eval").body
    assert not is_own_words(call.args[0], set())
    assert is_own_words(ast.parse('f"{plain(title)} is new"', mode="eval").body, set())
    assert is_own_words(ast.parse('f"{count:,} new"', mode="eval").body, set())


# Names in charts/ that hold what went through the door a line above.
ESCAPED = {"timeline.py": {"text"}}


@pytest.mark.parametrize("path", CHARTS, ids=lambda path: path.name)
def test_no_chart_goes_around_the_door_for_text(path):
    """Plotly reads HTML: whatever stands beside a tag in a string is escaped, a number or a day."""
    harmless = {"safe", "wrapped", "day_text", "span_text", "len", "round"}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr):
            continue
        words = "".join(part.value for part in node.values if isinstance(part, ast.Constant))
        if not re.search(r"<(?:b|br|i|span)\b", words):
            continue
        for part in node.values:
            if isinstance(part, ast.FormattedValue) and part.format_spec is None:
                value = part.value
                called = (
                    value.func.id
                    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
                    else ""
                )
                own = is_own_words(value, ESCAPED.get(path.name, set()))
                assert called in harmless or own, f"{path.name}: {ast.unparse(node)}"


@pytest.fixture(scope="session")
def hostile_data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder / "seeds", BEACON)
    assert main(["build", "--seeds", str(folder / "seeds"), "--out", str(folder / "data")]) == 0
    return folder / "data"


def strings(message, path=()):
    """Every string of a message with where it stands."""
    for field, value in message.ListFields():
        here = (*path, field.name)
        many = value if field.is_repeated else [value]
        if field.type == field.TYPE_STRING:
            yield from ((here, text) for text in many)
        elif field.type == field.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
            for inner in many:
                yield from strings(inner, here)


@pytest.mark.parametrize("name", TITLES)
def test_whatever_streamlit_reads_as_markup_holds_no_payload(hostile_data, monkeypatch, name):
    monkeypatch.setenv(tables.DATA_VARIABLE, str(hostile_data))
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=90)
    app.run()
    app.switch_page(f"pages/{name}.py")
    app.run()
    assert not app.exception
    events = {"timeline": "event", "estimates": "claim"}
    if name in events:
        app.button(key=f"next-{events[name]}").click().run()
    found = [text for text in hostile.payloads(BEACON) if text.strip() != plain(text)]
    seen = 0
    for node in app._tree:
        proto = getattr(node, "proto", None)
        if proto is None or not hasattr(proto, "ListFields"):
            continue
        kind = type(proto).__name__
        for path, text in strings(proto):
            if path[-1] == "json" and text.startswith('{"figure"'):
                seen += _figure(json.loads(json.loads(text)["figure"]))
            elif (kind, path[-1]) in AS_GIVEN or path[-1] in {"alt", "id"}:
                continue
            elif kind == "Html":
                seen += "&lt;" in text
                assert not re.search(r"<(?!/?(?:style|img alt|a href=.http|[a-z0-9]+[ >]))", text)
                assert not [p for p in found if "<" in p and p in text]
                assert not re.search(r"<(?:script|iframe|object|embed|base|meta|form)", text)
            else:
                assert not [p for p in found if p in text], (kind, path, text)
    # Data and Method show frames as they are given; a briefing is empty until somebody fills it.
    shows_none = {"data", "method", "briefing"}
    assert seen or name in shows_none, "no payload reached the page, so nothing was tested"


def _figure(spec) -> int:
    """How many strings of a figure show a payload; none of them as markup."""
    count, queue = 0, [spec]
    while queue:
        value = queue.pop()
        if isinstance(value, dict):
            # What a click answers with is read by no one as markup.
            queue += [inner for key, inner in value.items() if key not in {"customdata", "ids"}]
        elif isinstance(value, list):
            queue += value
        elif isinstance(value, str):
            count += "&lt;" in value
            bare = re.sub(r"</?b>|<br>|</?i>|<extra></extra>", "", value)
            bare = re.sub(
                r'</?span(?: style="(?:color|font-size|font-weight):[^"<>();]*")?>', "", bare
            )
            assert "<" not in bare, value
    return count


def test_text_in_an_attribute_cannot_leave_it():
    made = tag("p", title='"><img src=x onerror=1>').source
    assert made == '<p title="&quot;&gt;&lt;img src=x onerror=1&gt;"></p>'


@pytest.mark.parametrize(
    "name", ["onclick", "OnClick", "style", "src", "href", "srcdoc", "formaction"]
)
def test_an_attribute_that_runs_or_loads_cannot_be_made(name):
    with pytest.raises(ValueError, match="runs, loads"):
        tag("p", "x", **{name: "x"})


@pytest.mark.parametrize("address", ["http://a.example/x", "https://a.example/?q=<b>"])
def test_a_link_leads_to_the_web(address):
    assert link(address, "x").source.startswith(f'<a href="{html.escape(address)}" rel="noopener')


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "data:text/html,x",
     "vbscript:x", "file:///etc/passwd", "//a.example", "http:", "http://[", "ftp://a.example",
     "\tjava\nscript:alert(1)", "blob:http://a.example/x"],
)  # fmt: skip
def test_a_link_to_anything_else_is_no_link(address):
    assert link(address, "x").source == "<span>x</span>"


def test_a_label_is_the_text_and_nothing_else():
    """What is left when backslashes are read is the text, and holds nothing to be found later."""
    for text in hostile.payloads(BEACON):
        escaped = plain(text)
        shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped)
        left = re.sub(r"\\[!-/:-@\[-`{-~]", "", escaped)

        assert shown.replace("\N{WORD JOINER}", "") == visible(text).replace("\n", " ").strip()
        assert not re.search(r"https?://|www\.|:[\w+-]+:|@[\w-]", shown)
        assert not re.search(r"[!-/:-@\[-`{-~]", left), "punctuation without a backslash"


def test_what_would_turn_letters_around_is_named():
    assert visible("de\u202enied") == "de⌈U+202E⌉nied"
    for text in (tag("p", REORDERING).source, plain(REORDERING), safe(REORDERING)):
        assert not set(text) & set(REORDERING)
    assert visible("\u05e9\u200f \u200d") == "\u05e9\u200f \u200d"  # these only help
