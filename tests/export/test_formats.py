"""Each format read back by what it is for."""

import csv
import errno
import html
import io
import json
import re
import zipfile
from datetime import UTC, datetime

import icalendar
import openpyxl
import pandas as pd
import pytest

from dateline import __main__ as command_line
from dateline import store
from dateline.errors import AddressError
from dateline.export.formats import FORMATS, Takes, written
from dateline.export.shown import Exported, Shown, stamped
from dateline.export.view import declared, shown
from dateline.schema import Events
from dateline.views.events import select_events
from dateline.views.selection import Selection
from dateline.views.story import Story
from tests.golden import story as golden

FORMULA = '=HYPERLINK("http://x.example","y")'


@pytest.fixture(scope="module")
def story() -> Story:
    frames = {table.table_name(): frame for table, frame in golden.tables().items()}
    events = frames["events"].copy()
    events.loc[events["event_id"] == "e_vote", "title"] = FORMULA
    events.loc[events["event_id"] == "e_pact", "title"] = "A <b>pact</b> & more"
    return Story(**{**frames, "events": events})


# Everything that no browser has to draw.
UNDRAWN = [name for name, form in FORMATS.items() if form.takes is not Takes.CHART]
UNDRAWN.remove("pptx")


def chosen(story: Story, address: str = "", table: str = "", **more: object) -> Shown:
    return shown(story, "sha256:1", address, table, **more)


def exported(story: Story, name: str, address: str = "", table: str = "") -> Exported:
    return written(FORMATS[name], [chosen(story, address, table)])


def made(story: Story, name: str, address: str = "", table: str = "") -> bytes:
    return exported(story, name, address, table).content


def events_of(story: Story, **chosen: object) -> pd.DataFrame:
    return select_events(story, Selection(**chosen))


def test_csv_for_programs_is_the_table_and_nothing_else(story):
    rows = events_of(story)

    assert made(story, "csv").decode() == store.to_csv(rows, Events)


def test_csv_for_spreadsheets_holds_no_formula(story):
    content = made(story, "csv-spreadsheet")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    titles = {row["event_id"]: row["title"] for row in rows}

    assert content.startswith(b"\xef\xbb\xbf")
    assert titles["e_vote"] == "'" + FORMULA
    assert titles["e_call"] == "Brandt telephones League head"
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_workbook_holds_typed_rows_the_columns_and_where_it_is_from(story):
    book = openpyxl.load_workbook(
        io.BytesIO(made(story, "xlsx", "timeline?kind=vote&asof=2031-10-26"))
    )
    header, *rows = book["events"].iter_rows()
    names = [cell.value for cell in header]
    [vote] = [row for row in rows if row[0].value == "e_vote"]
    title, day = vote[names.index("title")], vote[names.index("first_day")]

    assert (title.value, title.data_type) == (FORMULA, "s")
    assert day.is_date
    assert day.value.date().isoformat() == "2031-10-23"
    assert [row[1].value for row in book["columns"].iter_rows(min_row=2)] == names
    about = {row[1].value: row[2].value for row in book["about"].iter_rows(min_row=2)}
    assert about["rows"] == "2 of 24"
    assert about["filters"] == "Exact kind: Vote · As known on 26 Oct 2031"
    assert about["link"] == "timeline?kind=vote&asof=2031-10-26"
    assert about["data as of"] == "2031-10-26"
    assert about["data version"] == "sha256:1"


def test_parquet_gives_back_the_same_values(story):
    back = pd.read_parquet(io.BytesIO(made(story, "parquet")))
    rows = events_of(story).reset_index(drop=True)

    assert list(back["event_id"]) == list(rows["event_id"])
    assert list(back["title"]) == list(rows["title"])
    assert [str(day) for day in back["first_day"].dropna()] == [
        str(day.date()) for day in rows["first_day"].dropna()
    ]
    assert back["article_count"].dtype.kind == "i"


@pytest.mark.parametrize("table", ["events", "mentions", "estimates", "articles", "actors"])
def test_json_lines_hold_every_row_and_cell(story, table):
    rows = [json.loads(line) for line in made(story, "jsonl", table=table).decode().splitlines()]

    assert len(rows) == len(story.table(table))
    assert all(list(row) == list(declared(table).columns()) for row in rows)


def test_timelinejs_spans_the_days_a_text_can_mean_and_escapes_it(story):
    content = json.loads(made(story, "timelinejs"))
    slides = {slide["unique_id"]: slide for slide in content["events"]}

    assert slides["e_pact"]["start_date"] == {"year": 2031, "month": 6, "day": 1}
    assert slides["e_pact"]["end_date"] == {"year": 2031, "month": 6, "day": 30}
    assert slides["e_pact"]["display_date"] == "Jun 2031, day unknown"
    assert slides["e_pact"]["text"]["headline"] == "A &lt;b&gt;pact&lt;/b&gt; &amp; more"
    assert "e_deleg" not in slides


@pytest.mark.parametrize(
    "name", ["timelinejs", "timelinejs-csv", "timesketch", "timesketch-jsonl", "ics"]
)
def test_what_has_no_date_is_left_out_and_counted(story, name):
    assert exported(story, name).note() == "3 left out: no date in the text"


@pytest.mark.parametrize("name", ["timelinejs", "timelinejs-csv", "ics"])
def test_what_is_left_out_stands_in_the_file_where_it_can(story, name):
    content = made(story, name).replace(b"\r\n ", b"")

    assert b"3 left out: no date in the text" in content.replace(b"\\;", b";")


def test_timesketch_gets_its_three_columns_in_both_forms(story):
    rows = list(csv.DictReader(io.StringIO(made(story, "timesketch").decode())))
    lines = [json.loads(line) for line in made(story, "timesketch-jsonl").decode().splitlines()]

    assert rows == lines
    assert len(rows) == 21
    first = next(row for row in rows if row["event_id"] == "e_pact")
    assert first["datetime"] == "2031-06-01T00:00:00+00:00"
    assert first["timestamp_desc"] == "First possible day"
    assert pd.to_datetime([row["datetime"] for row in rows], utc=True).notna().all()


def test_a_calendar_ends_the_day_after_the_last(story):
    calendar = icalendar.Calendar.from_ical(made(story, "ics"))
    entries = {str(entry["uid"]): entry for entry in calendar.walk("VEVENT")}
    pact, vote = entries["e_pact@dateline"], entries["e_vote@dateline"]

    assert (str(pact["dtstart"].dt), str(pact["dtend"].dt)) == ("2031-06-01", "2031-07-01")
    assert (pact["status"], vote["status"]) == ("TENTATIVE", "CONFIRMED")
    assert (str(vote["dtstart"].dt), str(vote["dtend"].dt)) == ("2031-10-23", "2031-10-24")
    assert str(vote["summary"]) == FORMULA


def test_a_page_holds_the_sentences_of_each_row_with_the_words_that_were_read(story):
    page = made(story, "html", "both").decode()
    rows = dict(re.findall(r'<tr data-id="([^"]+)">(.*?)</tr>', page, re.S))
    claim = story.estimates.iloc[0]

    assert set(rows) == {*events_of(story)["event_id"], *story.estimates["estimate_id"]}
    assert all("<mark>" in row for row in rows.values())
    assert f"<mark>{claim['phrase']}</mark>" in rows[claim["estimate_id"]]
    for name, row in rows.items():
        told = story.mentions[story.mentions["event_id"] == name]["sentence"].unique()
        said = re.sub("</?mark>", "", row)
        assert all(html.escape(sentence) in said for sentence in told)


def test_markdown_shows_every_event_with_its_quotes_as_written(story):
    text = made(story, "markdown").decode()

    assert text.count("\n**") == 24
    assert "A \\<b\\>pact" in text
    assert "> Harbour Post, 17 Oct 2031: In June" in text


@pytest.mark.parametrize("name", UNDRAWN)
def test_the_same_view_gives_the_same_file(story, name):
    assert made(story, name, "?actor=sudria") == made(story, name, "?actor=sudria")


@pytest.mark.parametrize("name", UNDRAWN)
def test_an_empty_view_is_an_empty_file_and_no_failure(story, name):
    assert made(story, name, "?q=nothingatall") is not None


def test_an_address_takes_the_table_of_its_page(story):
    estimates = made(story, "jsonl", "https://host.example/estimates?state=killed").decode()

    assert [json.loads(line)["state"] for line in estimates.splitlines()] == ["killed"]
    assert len(made(story, "jsonl", "/data?table=actors").splitlines()) == len(story.actors)


@pytest.mark.parametrize(
    ("address", "name", "table", "said"),
    [
        ("?publisher=nobody", "csv", "", "publishers 'nobody'"),
        ("", "csv", "people", "no table 'people'"),
        ("", "ics", "actors", "cannot hold the table 'actors'"),
    ],
)
def test_what_there_is_not_is_named(story, address, name, table, said):
    with pytest.raises(AddressError, match=said):
        made(story, name, address, table)


def test_a_known_day_is_asked_of_the_rows_and_the_quotes(story):
    text = made(story, "markdown", "?asof=2031-10-17").decode()

    assert "Northern Wire" not in text
    assert "As known on 17 Oct 2031" in text


def test_the_command_writes_a_file_and_says_what_is_missing(tmp_path, capsys):
    store.write_tables(golden.tables(), golden.TEXTS, tmp_path / "data")
    out = tmp_path / "events.ics"
    command = ["export", "--data", str(tmp_path / "data"), "--format", "ics", "--out", str(out)]

    assert command_line.main([*command, "--view", "?kind=vote&kind=meeting"]) == 0
    assert out.read_bytes().count(b"BEGIN:VEVENT") == 4
    assert "1 left out: no date in the text" in capsys.readouterr().err
    assert command_line.main([*command, "--view", "?kind=party"]) == 1
    assert "kinds 'party'" in capsys.readouterr().err


@pytest.mark.parametrize("name", UNDRAWN)
def test_a_file_or_what_lies_beside_it_says_when_it_was_made(story, name):
    address = "both" if FORMATS[name].takes_several else "timeline"
    views = stamped([chosen(story, address)], datetime(2031, 11, 2, 6, 5, 59, tzinfo=UTC))
    made = written(FORMATS[name], views)
    place = unpacked(made.content) if FORMATS[name].holds_about else made.about

    assert b"2031-11-02 06:05 UTC" in place
    assert b"sha256:1" in place


def unpacked(content: bytes) -> bytes:
    """A file, or everything in it where it is an archive."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.replace(b"\r\n ", b"")  # a calendar folds its lines
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_a_file_can_be_made_again_byte_by_byte(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1950000000")
    files = [tmp_path / "first.xlsx", tmp_path / "second.xlsx"]
    for file in files:
        assert command_line.main(["export", "--format", "xlsx", "--out", str(file)]) == 0

    assert files[0].read_bytes() == files[1].read_bytes()
    assert b"2031-10-17 10:40 UTC" in unpacked(files[0].read_bytes())


def test_one_file_of_rows_holds_one_view(story):
    with pytest.raises(AddressError, match="holds one view, not 2"):
        written(FORMATS["csv"], [chosen(story), chosen(story)])


def test_a_file_that_cannot_say_where_it_is_from_has_another_beside_it(tmp_path, capsys):
    store.write_tables(golden.tables(), golden.TEXTS, tmp_path / "data")
    out = tmp_path / "votes.csv"
    options = [
        "--data",
        str(tmp_path / "data"),
        "--view",
        "https://desk.example/timeline?kind=vote",
    ]

    assert command_line.main(["export", "--format", "csv", "--out", str(out), *options]) == 0
    about = json.loads((tmp_path / "votes.csv.about.json").read_text())
    assert about["rows"] == "2 of 24"
    assert about["filters"] == "Exact kind: Vote"
    assert about["link"] == "https://desk.example/timeline?kind=vote"
    assert about["data version"] == store.version(tmp_path / "data")


def test_chosen_columns_come_in_the_order_of_the_table(tmp_path, story):
    store.write_tables(golden.tables(), golden.TEXTS, tmp_path / "data")
    out = tmp_path / "events.csv"
    command = ["export", "--data", str(tmp_path / "data"), "--out", str(out), "--table", "events"]

    assert command_line.main([*command, "--format", "csv", "--columns", "kind, event_id"]) == 0
    assert out.read_text().startswith("event_id,kind\ne_invade,attack\n")
    for name in ("xlsx", "parquet", "jsonl", "csv-spreadsheet", "datapackage"):
        view = [chosen(story, columns=["title", "event_id"])]
        assert written(FORMATS[name], view).content
    rows = made_with_columns(story, "jsonl", ["title", "event_id"])
    assert list(json.loads(rows.splitlines()[0])) == ["event_id", "title"]


def made_with_columns(story: Story, name: str, columns: list[str]) -> bytes:
    return written(FORMATS[name], [chosen(story, columns=columns)]).content


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "csv", "--columns", "nose"], "those of one table"),
        (["--format", "csv", "--columns", "nose", "--table", "events"], "no column 'nose'"),
        (["--format", "ics", "--columns", "title"], "columns of its own"),
        (["--format", "png", "--table", "actors"], "has no chart"),
        (["--format", "ics", "--view", "a", "--view", "b"], "holds one view, not 2"),
    ],
)
def test_the_command_says_what_an_export_cannot_be(tmp_path, capsys, options, said):
    store.write_tables(golden.tables(), golden.TEXTS, tmp_path / "data")
    where = ["--data", str(tmp_path / "data"), "--out", str(tmp_path / "x")]

    assert command_line.main(["export", *where, *options]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_full_disk_leaves_what_was_there_and_says_so(tmp_path, capsys, monkeypatch):
    store.write_tables(golden.tables(), golden.TEXTS, tmp_path / "data")
    out = tmp_path / "events.csv"
    out.write_text("yesterday")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    command = ["export", "--data", str(tmp_path / "data"), "--format", "csv", "--out", str(out)]

    assert command_line.main(command) == 1
    assert "the disk is full: free some space" in capsys.readouterr().err
    assert out.read_text() == "yesterday"
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".new"]
