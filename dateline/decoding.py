"""Bytes to text: UTF-8, or another encoding only where there is no doubt which.

A wrongly guessed encoding turns a name into another name and every quotation mark into noise, and
nothing later would notice. So a guess counts only if every encoding that reads the bytes equally
well reads them as the same text.
"""

import codecs
import re

from charset_normalizer import from_bytes

from dateline.model import Unresolved

MAX_BYTES = 2_000_000

# What programs in alphabets write. The many relatives that nobody uses would only add doubt, and
# East Asian encodings read almost any bytes as some text.
ENCODINGS = [
    "cp1250", "cp1251", "cp1252", "cp1254", "cp1257", "iso8859_2", "iso8859_5", "iso8859_15",
    "koi8_r", "koi8_u", "mac_roman",
]  # fmt: skip
# charset-normalizer's measure of how unlike a language the text looks, from 0 to 1.
MAX_MESS = 0.1
SAME_MESS = 0.03

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATE_BYTES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A Latin and a Cyrillic or Greek letter side by side: no word is spelt so.
_MIXED_SCRIPTS = re.compile("[A-Za-z][Ͱ-Ͽа-яА-ЯЀ-Џѐ-џ]|[Ͱ-Ͽа-яА-ЯЀ-Џѐ-џ][A-Za-z]")
# Apostrophes and quotation marks where English puts them.
_TYPOGRAPHIC = re.compile(
    r"(?<=[a-z])’(?=[a-z]{1,2}\b)|(?<=\s)[“‘](?=[A-Za-z])|(?<=[a-z.,])”(?=\s)"
)
SAVE_AS_UTF8 = "save it as UTF-8"


def decode(content: bytes) -> str | Unresolved:
    """The text with newlines as LF, or the reason why it cannot be told, and what to do."""
    if len(content) > MAX_BYTES:
        return Unresolved(
            f"is longer than the {MAX_BYTES:,} bytes that are read of one file; "
            "split it, or cut what is not the article"
        )
    text = _decoded(content)
    if isinstance(text, Unresolved):
        return text
    if "\0" in text:
        return Unresolved(f"holds NUL characters, so it is no text; {SAVE_AS_UTF8} or remove it")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip().strip("\ufeff"):
        return Unresolved("is empty; put the article's text in it or remove it")
    return text


def has_surrogate(text: str) -> bool:
    """Whether half of a character pair stands alone: it can be neither stored nor shown."""
    return bool(_SURROGATE.search(text))


def _decoded(content: bytes) -> str | Unresolved:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                return Unresolved(
                    f"begins as {encoding} and breaks at byte {error.start} ({error.reason}); "
                    f"{SAVE_AS_UTF8}"
                )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        where = f"byte {error.start}, line {line}"
    if b"\0" in content:
        return Unresolved(f"holds NUL bytes, so it is no text; {SAVE_AS_UTF8} or remove it")
    if _SURROGATE_BYTES.search(content):
        return Unresolved(f"holds half of a character pair (a surrogate, {where}); {SAVE_AS_UTF8}")
    if _is_damaged_utf8(content):
        return Unresolved(f"is damaged UTF-8 ({where}); mend that place and {SAVE_AS_UTF8}")
    return _guessed(content)


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether most of what is not ASCII is sound UTF-8; in other encodings that hardly happens."""
    sound = sum(len(match[0]) for match in _UTF8_SEQUENCE.finditer(content))
    foreign = sum(byte >= 0x80 for byte in content)
    return sound * 2 >= foreign


def _guessed(content: bytes) -> str | Unresolved:
    matches = [
        match
        for match in from_bytes(content, cp_isolation=ENCODINGS)
        if match.chaos <= MAX_MESS and match.encoding not in {"ascii", "utf_8"}
    ]
    if not matches:
        return Unresolved(f"is in no encoding that could be told; {SAVE_AS_UTF8}")
    best = min(match.chaos for match in matches)
    readings = {str(match): match.encoding for match in matches if match.chaos <= best + SAME_MESS}
    readings = {text: name for text, name in readings.items() if not _MIXED_SCRIPTS.search(text)}
    # In an English article the few foreign bytes are mostly quotation marks and apostrophes, too
    # few to look unlike a language when misread. Where they stand tells encodings apart.
    fitting = max(map(_typography, readings), default=0)
    readings = {text: name for text, name in readings.items() if _typography(text) == fitting}
    if len(readings) != 1:
        names = " or ".join(sorted(readings.values()) or ["any of several encodings"])
        return Unresolved(f"could be {names}, which read it differently; {SAVE_AS_UTF8}")
    return next(iter(readings))


def _typography(text: str) -> int:
    return len(_TYPOGRAPHIC.findall(text))
