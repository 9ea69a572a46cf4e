"""What files of other programs need: one line that XML can hold, and archives without a clock."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from dateline.charts.escape import plain


def line(text: str) -> str:
    """*text* on one line, with U+FFFD for what no XML file may hold."""
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
