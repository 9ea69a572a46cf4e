"""A hostile story taken away: no file runs, links or loads what a text asks for."""

import csv
import io
import json
import re

import icalendar
import openpyxl
import pytest

from dateline.__main__ import main
from dateline.export.formats import FORMATS
from dateline.export.tables import RISKY
from tests.security import hostile

BEACON = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder / "seeds", BEACON)
    assert main(["build", "--seeds", str(folder / "seeds"), "--out", str(folder / "data")]) == 0
    return folder / "data"


@pytest.fixture
def exported(data, tmp_path):
    def export(form: str, table: str = "events") -> bytes:
        out = tmp_path / f"{form}-{table}"
        line = ["export", "--format", form, "--table", table, "--data", str(data)]
        assert main([*line, "--out", str(out)]) == 0
        return out.read_bytes()

    return export


@pytest.mark.parametrize("table", ["events", "mentions", "estimates", "articles", "actors"])
def test_a_workbook_holds_texts_and_no_formula_or_link(exported, table):
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", table)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert any(str(cell.value).startswith(("=", "<", "javascript:")) for cell in cells) or (
        table in {"events", "mentions", "estimates", "actors"}
    )
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.parametrize("table", ["events", "mentions", "estimates", "articles", "actors"])
def test_a_csv_for_spreadsheets_has_no_cell_that_would_run(exported, table):
    text = exported("csv-spreadsheet", table).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]

    assert not [cell for cell in cells if cell.startswith(RISKY) and not _is_number(cell)]
    if table == "articles":
        assert any(cell.startswith(("'=", "'+", "'-", "'@")) for cell in cells)


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?", cell))


def test_timelinejs_gets_paragraphs_and_nothing_else(exported):
    given = json.loads(exported("timelinejs"))
    texts = [value for event in given["events"] for value in event["text"].values()]

    assert any("&lt;" in text for text in texts)
    assert not [text for text in texts if "<" in re.sub(r"</?p>", "", text)]


def test_markdown_shows_its_marks(exported):
    text = exported("markdown").decode()
    bare = re.sub(r"\\.", "", text)
    body = re.sub(r"(?m)^(?:> |# |\*\*.*\*\* \(\w+\)$)", "", bare)

    assert "img src" in text
    assert not re.search(r"[<\[`$]", body)


def test_a_calendar_holds_the_payload_as_text(exported):
    calendar = icalendar.Calendar.from_ical(exported("ics"))
    said = " ".join(str(event["description"]) for event in calendar.walk("vevent"))

    assert "$5m to $10m" in said
    assert {"attach", "url", "valarm"} & {
        name.lower() for name, _ in calendar.property_items()
    } == (set())


@pytest.mark.parametrize("key", [key for key, form in FORMATS.items() if form.ending == "html"])
def test_a_page_to_send_holds_no_payload_as_markup(exported, key):
    text = exported(key).decode()
    live = [text for text in hostile.payloads(BEACON) if "<" in text]

    assert not [payload for payload in live if payload in text]
