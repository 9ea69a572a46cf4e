"""Text that any file can hold: what XML forbids and what UTF-8 cannot write is made visible.

Articles come from anywhere, so a title may hold a control character, or half of a surrogate pair.
Marks of direction and everything else that is a character stay.
"""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

# XML 1.0, production 2 (Char), turned around; FFFE and FFFF are no characters.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
INSTEAD = "\ufffd"


def plain(text: str) -> str:
    """*text* with U+FFFD for every character that an XML file may not hold."""
    return _FORBIDDEN.sub(INSTEAD, text)


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of *files* by path, in their order, the same bytes whenever it is made."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            # ZipInfo dates a file 1 January 1980 unless told otherwise.
            member = zipfile.ZipInfo(path)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return whole.getvalue()


def rezipped(archive: bytes) -> bytes:
    """An archive made by a library that writes the time into it, without that time."""
    with zipfile.ZipFile(BytesIO(archive)) as made:
        return zipped({name: made.read(name) for name in made.namelist()})
