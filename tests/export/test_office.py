"""What LibreOffice makes of the files; where it is not installed, these tests are skipped."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from dateline.export.formats import FORMATS, written
from dateline.export.slides import SlideView, deck
from dateline.export.view import shown
from tests.export import hostile

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
# Comma, double quotes, UTF-8, from the first row; the last word has formulas worked out.
EAGER = "CSV:44,34,76,1,,0,false,true,false,false,false,0,true"


def opened(path: Path, ending: str, *more: str) -> Path:
    """The file as LibreOffice saves it after opening it."""
    folder = path.parent
    subprocess.run(
        [str(SOFFICE), "--headless", f"-env:UserInstallation=file://{folder}/office", *more,
         "--convert-to", ending, "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return path.with_suffix(f".{ending}")


def cells(sheets: Path) -> tuple[set[str], list[str]]:
    """The texts of every cell, and every formula."""
    root = ET.parse(sheets).getroot()
    texts, formulas = set(), []
    for cell in root.iter(f"{TABLE}table-cell"):
        texts.add("\n".join("".join(part.itertext()) for part in cell))
        if formula := cell.get(f"{TABLE}formula"):
            formulas.append(formula)
    return texts, formulas


@pytest.fixture(scope="module")
def made():
    view = shown(hostile.story(), "sha256:1", "")
    return {
        name: written(FORMATS[name], [view]).content for name in ("csv", "csv-spreadsheet", "xlsx")
    }


def test_a_workbook_runs_nothing_and_shows_what_is_there(made, tmp_path):
    path = tmp_path / "events.xlsx"
    path.write_bytes(made["xlsx"])
    texts, formulas = cells(opened(path, "fods"))

    # True and false are functions to OpenDocument.
    assert set(formulas) <= {"of:=TRUE()", "of:=FALSE()"}
    assert hostile.FORMULA in texts


def test_the_csv_for_spreadsheets_runs_nothing_where_the_other_would(made, tmp_path):
    for name in ("csv", "csv-spreadsheet"):
        path = tmp_path / f"{name}.csv"
        path.write_bytes(made[name])
        texts, formulas = cells(opened(path, "fods", f"--infilter={EAGER}"))
        if name == "csv":
            assert formulas, "LibreOffice was to work formulas out"
        else:
            assert not formulas
            assert "'" + hostile.FORMULA in texts


def test_slides_open(tmp_path):
    rows = shown(hostile.story(), "", "", "events").rows[["title", "status"]]
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck([SlideView("One", rows=rows), SlideView("Two")]))

    assert opened(path, "pdf").read_bytes().count(b"/Type/Page/") == 2
