"""Encodings: what is read, what is refused, and that refusing says what to do."""

import pytest

from dateline.decoding import MAX_BYTES, decode
from dateline.model import Unresolved

NEWS = (
    "The minister called it a “grave” matter on Monday – and didn’t say more. "
    "The café’s owner agreed with the minister’s words.\n"
) * 4
RUSSIAN = "Министр заявил в понедельник, что угроза не миновала, и потребовал вывода войск. " * 4
KOREAN = "국방부는 월요일에 파병을 규탄하며 즉각 철수를 요구했다고 밝혔다. " * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (NEWS, "utf-8"),
        (NEWS, "utf-8-sig"),
        (NEWS, "utf-16"),
        (NEWS, "utf-32"),
        (NEWS, "windows-1252"),
        (NEWS, "mac_roman"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
    ],
)
def test_a_known_encoding_is_read_as_it_was_written(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_become_line_feeds(newline):
    assert decode(f"one{newline}two".encode()) == "one\ntwo"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", "is empty", id="nothing"),
        pytest.param(b" \r\n\t ", "is empty", id="white space"),
        pytest.param(b"\xef\xbb\xbf\n", "is empty", id="a byte order mark"),
        pytest.param(b"text\0text", "NUL", id="NUL in ASCII"),
        pytest.param(bytes(range(256)) * 4, "NUL", id="every byte"),
        pytest.param("text".encode("utf-16-le"), "NUL", id="UTF-16 without its mark"),
        pytest.param(NEWS.encode("utf-16")[:-1], "breaks at byte", id="half a UTF-16 character"),
        pytest.param(b"half \xed\xa0\xbd a pair", "half of a character pair", id="a surrogate"),
        pytest.param(b"\xff\xfe\x3d\xd8a\0", "breaks at byte", id="a surrogate in UTF-16"),
        pytest.param(
            "first\n“second”".encode()[:-1] + b" x", "line 2", id="UTF-8 cut in a character"
        ),
        pytest.param("Señor Muñoz left. ".encode("latin-1") * 9, "cp1250 or cp1252", id="doubt"),
        pytest.param(KOREAN.encode("euc_kr"), "no encoding", id="Korean"),
        pytest.param(b"\x81\x8d\x8f\x90\x9d" * 40, "encoding", id="no encoding"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused_with_its_reason(content, reason):
    refused = decode(content)

    assert isinstance(refused, Unresolved)
    assert reason in refused.reason
    assert "UTF-8" in refused.reason or "put the article's text" in refused.reason


def test_the_longest_text_is_read_and_one_byte_more_is_not():
    assert decode(b"a" * MAX_BYTES) == "a" * MAX_BYTES
    assert "split it" in decode(b"a" * (MAX_BYTES + 1)).reason
