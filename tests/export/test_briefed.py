"""A briefing taken away as one file, in its order, with the names and lines it was given."""

import io

import openpyxl
import pptx
import pytest

from dateline import __main__ as command_line
from dateline import store
from dateline.errors import AddressError, BriefingError
from dateline.export import briefing as decks
from dateline.export.briefed import views_of
from dateline.export.formats import FORMATS, written
from dateline.export.shown import Shown
from dateline.views.briefing import Briefing, View
from dateline.views.briefing_file import to_json
from dateline.views.story import Story
from tests.export.test_slides import png
from tests.golden import story as golden

MORNING = Briefing(
    "Morning",
    (
        View("The vote", "timeline?asof=2031-10-26&family=law", "Say who voted."),
        View("How many", "estimates?claimant=atlantis&state=killed"),
        View("Everything", "timeline", "=1+1 <b>bold</b>"),
    ),
)


@pytest.fixture(scope="module")
def views() -> list[Shown]:
    story = Story(**{table.table_name(): frame for table, frame in golden.tables().items()})
    return views_of(story, "sha256:1", MORNING, whole=lambda address: f"https://desk/{address}")


@pytest.fixture
def drawn(monkeypatch):
    """Pictures without a browser."""
    monkeypatch.setattr(decks.chromium, "png", lambda pictures, **_: [png() for _ in pictures])


def test_views_keep_their_order_names_lines_and_links(views):
    captions = [view.caption for view in views]

    assert [(c.briefing, c.name, c.line) for c in captions] == [
        ("Morning", view.name, view.note) for view in MORNING.views
    ]
    assert views[0].link == "https://desk/timeline?asof=2031-10-26&family=law"
    assert views[0].provenance()["view"] == "The vote"


def test_what_the_tables_do_not_have_is_named_and_the_rest_is_there(views):
    assert views[1].caption.amiss == "Not in these tables any more: claimant “atlantis”."
    assert set(views[1].rows["state"]) == {"killed"}


def test_slides_carry_names_lines_and_a_list_of_what_is_to_come(views, drawn):
    deck = pptx.Presentation(io.BytesIO(written(FORMATS["pptx"], views).content))
    first, vote, _, many, *_ = deck.slides
    said = ["\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
            for slide in deck.slides]  # fmt: skip

    assert deck.core_properties.title == first.shapes.title.text_frame.text == "Morning"
    assert "1. The vote\n2. How many\n3. Everything" in said[0]
    assert vote.shapes.title.text_frame.text == "The vote"
    assert "Say who voted." in said[1]
    assert "Say who voted." in vote.notes_slide.notes_text_frame.text
    assert "What happened, and who says so: " in said[1]
    assert many.shapes.title.text_frame.text == "How many"
    assert "Not in these tables any more: claimant “atlantis”." in said[3]


def test_rows_that_a_slide_has_no_room_for_are_counted(views, drawn):
    assert written(FORMATS["pptx"], views).note().startswith("12 left out: rows beyond the first")


def test_a_page_carries_names_and_lines_as_text(views):
    page = written(FORMATS["html"], views).content.decode()

    assert "<title>Morning</title>" in page
    assert '<h2>The vote</h2><p class="line">Say who voted.</p>' in page
    assert '<p class="line">=1+1 &lt;b&gt;bold&lt;/b&gt;</p>' in page
    assert "Not in these tables any more" in page


def test_a_workbook_has_a_sheet_for_each_view(views):
    book = openpyxl.load_workbook(io.BytesIO(written(FORMATS["xlsx"], views).content))
    about = [[cell.value for cell in row] for row in book["about"].iter_rows(min_row=2)]

    assert book.sheetnames == ["events 1", "estimates", "events 2", "columns", "about"]
    assert ["events 1", "view", "The vote"] in about
    assert ["events 2", "rows", "24 of 24"] in about
    columns = [row[:2] for row in book["columns"].iter_rows(values_only=True)]
    assert len(columns) == len(set(columns))


def test_a_package_does_not_mix_the_story_of_two_days(views):
    with pytest.raises(AddressError, match="holds the story of one day"):
        written(FORMATS["datapackage"], views)
    assert written(FORMATS["datapackage"], views[1:]).content


def test_an_empty_briefing_is_none():
    with pytest.raises(BriefingError, match="has no view; expected one view at least"):
        views_of(Story(**{t.table_name(): f for t, f in golden.tables().items()}), "", Briefing())


@pytest.fixture
def command(tmp_path):
    store.write_tables(golden.tables(), golden.TEXTS, tmp_path / "data")
    return ["export", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "out")]


def test_the_command_takes_a_briefing_and_says_what_is_gone(command, tmp_path, capsys):
    file = tmp_path / "morning.json"
    file.write_text(to_json(MORNING))

    assert command_line.main([*command, "--format", "html", "--briefing", str(file)]) == 0
    assert "<h2>How many</h2>" in (tmp_path / "out").read_text()
    said = capsys.readouterr().err
    assert "View 2, “How many”: Not in these tables any more: claimant “atlantis”." in said


@pytest.mark.parametrize(
    ("content", "more", "said"),
    [
        ('{"views": [{"address": "timeline"}]}', ["--view", "timeline"], "brings its own views"),
        ('{"views": [', [], "b.json:1:12 is not JSON"),
        ('{"views": []}', [], "b.json has no view; expected one view at least"),
        ('{"views": [{"address": "method"}]}', [], "leads to 'method'; expected an address of"),
        ("\udcff", [], "is not UTF-8; expected a text file in UTF-8"),
        (None, [], "b.json cannot be read (No such file or directory)"),
    ],
)
def test_a_briefing_that_cannot_be_used_is_refused_with_the_place(
    command, tmp_path, capsys, content, more, said
):
    file = tmp_path / "b.json"
    if content is not None:
        file.write_bytes(content.encode("utf-8", "surrogateescape"))

    assert command_line.main([*command, "--format", "html", "--briefing", str(file), *more]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
