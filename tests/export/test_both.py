"""The page of events and numbers taken away: two tables, one picture."""

import io
import json

import bibtexparser
import openpyxl
import pytest

from dateline.charts.theme import Ground, Look
from dateline.errors import AddressError
from dateline.export.formats import FORMATS, NO_EVENT, written
from dateline.export.scenes import scene
from dateline.export.shown import Shown
from dateline.export.view import shown
from dateline.views.claim_view import USUAL_VIEW, claim_frames
from dateline.views.listing import listing
from dateline.views.selection import Selection
from dateline.views.story import Story
from tests.golden import story as golden

ADDRESS = "both?actor=norland&asof=2031-10-26&from=2031-10-01"


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(**{table.table_name(): frame for table, frame in golden.tables().items()})


@pytest.fixture(scope="module")
def view(story) -> Shown:
    return shown(story, "sha256:1", ADDRESS)


def test_it_holds_the_events_and_the_claims_of_its_page(story, view):
    chosen = Selection(
        first=view.selection.first, actors=("norland",), known_on=view.selection.known_on
    )
    events, claims = view.parts
    page = listing(events.story, chosen), claim_frames(events.story, chosen, USUAL_VIEW)

    assert set(events.rows["event_id"]) == set(page[0].events()["event_id"])
    assert set(claims.rows["estimate_id"]) == set(page[1].rows["estimate_id"])
    assert (events.total, claims.total) == (len(story.events), len(story.estimates))
    assert events.filters == claims.filters
    assert "Involved: Norland · From 1 Oct 2031 · As known on 26 Oct 2031" in events.filters


def test_one_table_can_be_named(story):
    view = shown(story, "sha256:1", ADDRESS, "estimates")

    assert view.beside is None
    assert written(FORMATS["csv"], [view]).content.startswith(b"estimate_id,")


@pytest.mark.parametrize("name", ["csv", "csv-spreadsheet", "jsonl", "parquet"])
def test_a_file_of_one_table_asks_which(view, name):
    with pytest.raises(AddressError, match="name events or estimates with --table"):
        written(FORMATS[name], [view])


def test_a_workbook_holds_both(view):
    book = openpyxl.load_workbook(io.BytesIO(written(FORMATS["xlsx"], [view]).content))
    about = [row for row in book["about"].iter_rows(values_only=True) if row[1] == "rows"]

    assert book.sheetnames == ["events", "estimates", "columns", "about"]
    assert [row[0] for row in about] == ["events", "estimates"]
    assert book["estimates"].max_row == len(view.parts[1].rows) + 1


def test_a_format_of_events_counts_the_claims_that_it_leaves_out(view):
    made = written(FORMATS["plover"], [view])

    assert made.left_out[NO_EVENT] == len(view.parts[1].rows) > 0


def test_articles_of_both_are_cited(story, view):
    text = written(FORMATS["bibtex"], [view]).content.decode()
    of_claims = {name.replace("_", "-") for name in view.parts[1].rows["article_id"]}

    assert text.count("% table: ") == 2
    assert of_claims <= {entry.key for entry in bibtexparser.parse_string(text).entries}


def test_a_package_holds_both(view, tmp_path):
    import zipfile

    import frictionless

    content = written(FORMATS["datapackage"], [view]).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    manifest = json.loads((tmp_path / "datapackage.json").read_text())

    assert frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid
    assert [part["table"] for part in manifest["dateline"]] == ["events", "estimates"]


@pytest.mark.parametrize("width", [360, 1180])
@pytest.mark.parametrize("ground", list(Ground))
def test_both_charts_are_one_figure_and_a_day_stands_above_itself(view, width, ground):
    figure = scene(view).chart.draw(Look(ground), width)
    upper, lower = figure.layout.xaxis, figure.layout.xaxis2
    events = {c[-1] for t in figure.data if t.xaxis == "x" and t.customdata for c in t.customdata}
    claims = {c[-1] for t in figure.data if t.xaxis == "x2" and t.customdata for c in t.customdata}

    assert figure.layout.yaxis.domain[0] >= figure.layout.yaxis2.domain[1]
    assert upper.domain[0] == pytest.approx(lower.domain[0], abs=0.002)
    scales = [(x.range[1] - x.range[0]) / (x.domain[1] - x.domain[0]) for x in (upper, lower)]
    assert scales == pytest.approx([width, width], rel=0.01)
    assert events & set(view.parts[0].rows["event_id"])
    assert claims & set(view.parts[1].rows["estimate_id"])
    refs = {shape.xref for shape in figure.layout.shapes}
    assert "paper" not in refs
    assert "x2" in refs


def test_a_height_is_kept_by_both_together(view):
    tall = scene(view).chart.draw(Look(tallest=420), 1180)

    assert tall.layout.height <= 425


def test_the_table_of_a_slide_holds_both(view):
    found = scene(view)

    assert list(found.rows.columns) == ["When", "What", "Kind", "Who says so"]
    assert len(found.rows) == len(found.ids) == sum(len(part.rows) for part in view.parts)
    assert found.total == sum(part.total for part in view.parts)


def test_other_quantities_have_charts_of_their_own_on_a_page(story):
    found = scene(shown(story, "", "estimates"))
    [small] = found.also
    page = written(FORMATS["html"], [shown(story, "", "estimates")]).content.decode()

    assert small.draw(Look(), 1180).data
    assert page.count('class="chart" role="img"') == 2
    assert 'id="figure-1-2"' in page
