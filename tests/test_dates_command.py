"""``python -m dateline dates``: from a file or standard input, with a clear word when it fails."""

import io
import json

import pytest

from dateline import __main__ as command_line
from dateline.decoding import MAX_BYTES

DAY = ("--published", "2024-10-21")


@pytest.fixture
def run(capsys):
    """Run the command; its exit status, standard output and standard error."""

    def run(*arguments):
        status = command_line.main(["dates", *map(str, arguments)])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def give_standard_input(monkeypatch, content):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_file_is_printed_as_a_table(tmp_path, run):
    (tmp_path / "a.txt").write_text("It fell on Friday.\n", encoding="utf-8")
    status, out, err = run(tmp_path / "a.txt", *DAY)

    assert (status, err) == (0, "")
    assert out.splitlines()[1].split()[:5] == ["11", "17", "Friday", "weekday", "weekday"]
    assert "DATE 2024-10-18" in out


def test_or_as_json_lines_with_offsets_into_the_text_with_plain_newlines(tmp_path, run):
    (tmp_path / "a.txt").write_bytes("Café.\r\n\r\nIt fell on Friday, and today.".encode())
    status, out, _ = run(tmp_path / "a.txt", *DAY, "--format", "jsonl")
    found = [json.loads(line) for line in out.splitlines()]

    assert status == 0
    assert [(row["start"], row["text"], row["edtf"]) for row in found] == [
        (18, "Friday", "2024-10-18"),
        (30, "today", "2024-10-21"),
    ]


def test_a_dash_reads_standard_input(monkeypatch, run):
    give_standard_input(monkeypatch, b"It fell in May 2022.")
    status, out, _ = run("-", *DAY, "--format", "jsonl")

    assert status == 0
    assert json.loads(out)["edtf"] == "2022-05"


def test_a_terminal_without_unicode_gets_the_escape(monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text("It ran 9\u201311 May 2022.", encoding="utf-8")
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", out)
    status = command_line.main(["dates", str(tmp_path / "a.txt"), *DAY])
    out.seek(0)

    assert status == 0
    assert "9\\u201311 May 2022" in out.read()


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ("21 October", "--published: is '21 October', expected YYYY-MM-DD"),
        ("2024-02-30", "--published: is '2024-02-30', and the calendar has no such day"),
    ],
)
def test_a_bad_day_is_one_line_and_exit_status_one(tmp_path, run, day, problem):
    (tmp_path / "a.txt").write_text("Friday.", encoding="utf-8")

    assert run(tmp_path / "a.txt", "--published", day) == (1, "", f"error: {problem}\n")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"It fell on Friday.\0", "holds NUL"),
        (b"a" * (MAX_BYTES + 1), "is longer than"),
    ],
    ids=["empty", "no text", "too long"],
)
def test_a_bad_file_is_one_line_that_names_it(tmp_path, run, monkeypatch, content, problem):
    (tmp_path / "a.txt").write_bytes(content)
    give_standard_input(monkeypatch, content)

    for place, name in ((tmp_path / "a.txt", tmp_path / "a.txt"), ("-", "standard input")):
        status, out, err = run(place, *DAY)

        assert (status, out) == (1, "")
        assert err.startswith(f"error: {name}: {problem}")
        assert err.count("\n") == 1


def test_a_missing_file_is_one_line(tmp_path, run):
    status, _, err = run(tmp_path / "none.txt", *DAY)

    assert status == 1
    assert err.startswith(f"error: {tmp_path / 'none.txt'}: is not a file")


def test_the_day_must_be_given(tmp_path, capsys):
    with pytest.raises(SystemExit):
        command_line.main(["dates", str(tmp_path / "a.txt")])

    assert "--published" in capsys.readouterr().err
