"""Files that are not what they seem: each refused by name with what to do, and the rest read."""

import gzip
import io
import json
import zipfile

import pytest

from dateline import seed_rows, store
from dateline.__main__ import main
from dateline.decoding import MAX_BYTES
from dateline.errors import SeedError
from dateline.metadata import from_front_matter
from dateline.schema import Articles

FRONT = '---\ntitle: "T"\npublisher: P\npublished: 2031-05-02\npublished_basis: stated\n---\n'
TEXT = "The army of Estmark attacked Port Emil on 1 May 2031.\n"


def zipped(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", content)
    return file.getvalue()


def article(text: str) -> bytes:
    return (FRONT + text).encode("utf-8")


def front(line: str) -> bytes:
    return f"---\n{line}\n{FRONT.removeprefix('---')[1:]}{TEXT}".encode().replace(
        b'title: "T"\n', b""
    )


BOMB = b"0" * 50_000_000
BAD = {
    "ten_megabytes.md": (article("word" * 2_500_000), "longer than the 2,000,000 bytes"),
    "bomb.md": (gzip.compress(BOMB), "NUL bytes, so it is no text"),
    "bomb_zip.txt": (zipped(BOMB), "no text"),
    "bomb.txt.gz": (gzip.compress(BOMB), "neither .md nor .txt"),
    "book.xlsx": (zipped(BOMB), "neither .md nor .txt"),
    "utf16_without_mark.md": (article(TEXT).decode().encode("utf-16-le"), "NUL characters"),
    "utf16_torn.md": (article(TEXT).decode().encode("utf-16")[:-1], "save it as UTF-8"),
    "nul.md": (article("The army\0 attacked.\n"), "NUL characters"),
    "surrogate.md": (FRONT.encode() + b"The \xed\xa0\x80 army.\n", "half of a character pair"),
    "damaged.md": (article("The café “opened” – é.\n") + b"\xe2\x80 x", "damaged UTF-8"),
    "control.md": (article("The army \x1b[31m attacked.\n"), "control character U+001B"),
    "empty.md": (b"", "is empty"),
    "nothing_but_a_mark.md": (b"\xef\xbb\xbf", "is empty"),
    "no_text.md": (article("***\n"), "has no text"),
    "cut.md": (front("title: Storm hits pier #7"), "'title' would be cut at '#'"),
    "gone.md": (front("title: #7 in a row"), "'title' would be cut at '#'"),
    "tag.md": (front("title: !urgent Storm"), "begins with '!'"),
    "python.md": (front("title: !!python/object/apply:os.system [ls]"), "'title'"),
    "anchor.md": (front("title: &a Storm"), "begins with '&'"),
    "alias.md": (front("title: *a"), "not YAML"),
    "nested.md": (front(f"title: {'[' * 3000}"), "front matter"),
    "laughs.md": (front("a: &a [x,x]\nb: [*a,*a]\ntitle: T"), "must be text"),
    "twice.md": (front("title: A\ntitle: B"), "given twice"),
    "long_front.md": (front(f"title: {'x' * 30_000}"), "at most 20,000"),
    "not_a_day.md": (article(TEXT).replace(b"2031-05-02", b"2031-02-30"), "2031-02-30"),
    "address.md": (front("title: T\nurl: javascript:alert(1)"), "http:// or https://"),
}


def test_each_is_refused_by_name_and_the_rest_of_the_build_goes_on(tmp_path, capsys):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "good.md").write_bytes(article(TEXT))
    (folder / "marked.md").write_bytes(b"\xef\xbb\xbf" + article(TEXT))
    (folder / "utf16.md").write_bytes(article(TEXT).decode().encode("utf-16"))
    (folder / "word.md").write_bytes(article("A" * 200_000))
    arguments = ["build", "--seeds", str(tmp_path), "--out", str(tmp_path / "data")]

    assert main([*arguments]) == 1
    assert not (tmp_path / "data").exists()
    capsys.readouterr()
    assert main([*arguments, "--skip-bad"]) == 0

    said = capsys.readouterr().err.splitlines()
    for name, (_, words) in BAD.items():
        [line] = [line for line in said if f"/{name}:" in line]
        assert words in line, line
        assert len(line) < 600
    read = store.read_table(Articles, tmp_path / "data")
    assert set(read["article_id"]) == {"good", "marked", "utf16", "word"}
    assert len(article(TEXT)) < MAX_BYTES


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('title: "Storm hits pier #7"', "Storm hits pier #7"),
        ("title: Storm hits pier#7", "Storm hits pier#7"),
        ("title: 'A' # from the print edition", "A"),
        ("# a comment\ntitle: A", "A"),
        ("title: >\n  one\n  two", "one two"),
        ("title: no", "no"),
        ("title: 012", "012"),
        ("title: 12:30:45", "12:30:45"),
    ],
)
def test_what_yaml_would_change_is_read_as_written(line, value):
    rest = "publisher: P\npublished: 2031-05-02\npublished_basis: stated"
    assert from_front_matter(f"{line}\n{rest}", "a.md").title == value


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ('{"a": "2031-05-01", "a": "2031-05-02"}', "two days for 'a'"),
        ('{"a": {"b": "2031-05-01"}}', "object of days"),
        ('[["a", "2031-05-01"]]', "object of days"),
        ('"2031-05-01"', "object of days"),
        ('{"a": 20310501}', "object of days"),
        ("[" * 100_000, "is not JSON"),
        ('{"a": ' + "9" * 5000 + "}", "is not JSON"),
        ("NaN", "object of days"),
    ],
)
def test_days_in_json_are_one_for_each_article(given, words):
    with pytest.raises(SeedError, match=words):
        seed_rows.days(given, "days.json")


def test_days_in_json_are_read():
    given = json.dumps({"a": "2031-05-01", "b": "2031-05-02"})
    assert [row[:2] for row in seed_rows.days(given, "d.json")] == [
        ("a", "2031-05-01"), ("b", "2031-05-02"),
    ]  # fmt: skip
