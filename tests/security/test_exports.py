"""A hostile story taken away: no file runs, links or loads what a text asks for."""

import csv
import io
import json
import re
import zipfile

import icalendar
import openpyxl
import pandas as pd
import pytest

from dateline.__main__ import main
from dateline.export import briefing as decks
from dateline.export.formats import FORMATS
from dateline.export.tables import RISKY
from tests.export.test_slides import png
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


@pytest.mark.parametrize("table", ["events", "mentions", "articles", "actors"])
def test_formats_for_programs_agree_on_every_payload(exported, table):
    """What a program reads is what the table holds, whichever of the three it reads."""
    lines = [json.loads(line) for line in exported("jsonl", table).decode().split("\n")[:-1]]
    typed = pd.read_parquet(io.BytesIO(exported("parquet", table))).to_dict("records")
    cells = list(csv.DictReader(io.StringIO(exported("csv", table).decode(), newline="")))
    texts = [name for name, value in lines[0].items() if isinstance(value, str)]

    assert len(lines) == len(typed) == len(cells)
    for line, row, cell in zip(lines, typed, cells, strict=True):
        for name in texts:
            if isinstance(row[name], str):
                assert line[name] == row[name] == cell[name]


@pytest.mark.parametrize("form", ["timesketch", "timesketch-jsonl"])
def test_timesketch_has_a_row_for_an_event_and_none_for_a_payload(exported, form):
    text = exported(form).decode()
    if form == "timesketch":
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    else:
        rows = [json.loads(line) for line in text.split("\n")[:-1]]
    events = [json.loads(line) for line in exported("jsonl").decode().split("\n")[:-1]]

    assert {row["event_id"] for row in rows} == {
        event["event_id"] for event in events if event["first_day"] or event["last_day"]
    }
    assert any("<script" in row["quotes"] or "<img" in row["quotes"] for row in rows)


def test_slides_hold_payloads_as_text_without_a_link(data, tmp_path, monkeypatch):
    monkeypatch.setattr(decks.chromium, "png", lambda pictures, **_: [png() for _ in pictures])
    out = tmp_path / "deck.pptx"
    line = ["export", "--format", "pptx", "--data", str(data), "--out", str(out)]
    assert main([*line, "--view", "timeline", "--view", "estimates", "--view", "both"]) == 0
    with zipfile.ZipFile(out) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith("ml")]
        links = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]

    assert not [part for part in [*parts, *links] if b'TargetMode="External"' in part]
    assert not [part for part in parts if b"hlinkClick" in part]
    assert any(b"&lt;" in part for part in parts)
