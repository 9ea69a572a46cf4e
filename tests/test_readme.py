"""README.md says what is true: its data dictionary is the schema's, its commands exist."""

import re
from pathlib import Path

from dateline import dictionary
from dateline.schema import TABLES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_data_dictionary_is_the_schemas():
    """If this fails, paste the output of `python -m dateline dictionary` between the marks."""
    written = README[README.index(dictionary.BEGIN) : README.index(dictionary.END)]

    assert written + dictionary.END + "\n" == dictionary.render()


def test_every_table_and_column_is_in_it():
    for table in TABLES:
        for column in table.columns():
            assert f"| `{column}` |" in dictionary.render()


def test_no_meaning_breaks_its_table():
    for line in dictionary.render().splitlines():
        if line.startswith("| `"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 4, line


def test_every_make_target_it_names_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)", README))

    assert named
    assert named <= targets
