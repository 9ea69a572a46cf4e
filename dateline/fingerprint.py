"""Digests of what tables are made from, so that a stale data/ can be told from a current one."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent
# What shows tables or talks to people gives them no row.
NOT_IN_TABLES = {
    *("ui", "charts", "export", "views", "evaluation"),
    *("__main__.py", "console.py", "dictionary.py"),
}


def of(files: Mapping[str, bytes]) -> str:
    """One digest of all contents under their names, whatever the line ends of the checkout."""
    total = hashlib.sha256()
    for name, content in sorted(files.items()):
        part = hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
        total.update(f"{part}  {name}\n".encode("utf-8", "surrogateescape"))
    return f"sha256:{total.hexdigest()}"


@cache
def of_code() -> str:
    """The digest of the modules and the lexicon that tables are made by."""
    paths = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".csv", ".toml"}]
    return of(
        {
            path.relative_to(PACKAGE).as_posix(): path.read_bytes()
            for path in paths
            if path.relative_to(PACKAGE).parts[0] not in NOT_IN_TABLES
        }
    )
