"""Read and write the declared tables as CSV. The only reader and writer of data/.

The files of one build belong together. They are replaced together (`directory_swap`), each is
listed with its hash in the manifest (`datapackage`), and whoever reads them can ask whether they
are still what was written: a timeline made of half an old build and half a new one would show
quotes beside the wrong offsets and look perfectly healthy.
"""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dateline import checks, datapackage, directory_swap, table_csv
from dateline.datapackage import FILE_NAME, TEXTS, Origin, digest, path_of, path_of_text
from dateline.errors import DataError, SchemaError, StorageError
from dateline.file_diff import first_difference
from dateline.schema import SCHEMA_VERSION, TABLES, Actors, Articles, Table

REBUILD = "run `python -m dateline build`"
# What file managers and git leave in a folder; it may go when the folder is replaced.
LITTER = {".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"}
READ_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All tables and texts of one build, read together and verified."""

    version: str
    tables: Mapping[type[Table], pd.DataFrame]
    texts: Mapping[str, str]
    origin: Origin


def to_csv(frame: pd.DataFrame, table: type[Table]) -> str:
    """The same bytes for data/ and for a download: ISO days, LF, no index, `true` and `false`."""
    return table_csv.render(frame, table)


def read_table(table: type[Table], directory: Path) -> pd.DataFrame:
    """One table in its declared types. `read_all` also checks that the tables fit each other."""
    return _parse(_read(directory, path_of(table)), table, directory)


def read_text(article_id: str, directory: Path) -> str:
    """The article's text as stored: what every offset in the tables counts in."""
    content = _read(directory, path_of_text(article_id))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        path = directory / path_of_text(article_id)
        raise DataError(path, f"was edited by hand and is no longer UTF-8; {REBUILD}") from error


def version(directory: Path) -> str:
    """A digest that changes whenever any table or text does."""
    _bring_back(directory)
    return digest(_read(directory, FILE_NAME))


def stamp(directory: Path) -> tuple[int, int, int]:
    """What is another one as soon as `version` can be, and is read faster: a build puts a new file
    in the place of the old one."""
    _bring_back(directory)
    try:
        status = (directory / FILE_NAME).stat()
    except OSError:
        _read(directory, FILE_NAME)  # which says who must act
        raise
    return status.st_ino, status.st_mtime_ns, status.st_size


def origin(directory: Path) -> Origin:
    """The digests of the seeds and of the code that the tables were built from."""
    return _origin(_manifest(_read(directory, FILE_NAME), directory))


def verify(directory: Path) -> None:
    """Raise `DataError` unless the tables are whole, unedited and of this version of Dateline."""
    read_all(directory)


def read_all(directory: Path) -> Snapshot:
    """Every table and text of one build; never half of one build and half of another."""
    for _ in range(READ_ATTEMPTS - 1):
        # A build that ends while we read swaps the files under us: then read the new ones. That the
        # version is the one we began with proves nothing: another build may have brought it back.
        _bring_back(directory)
        with contextlib.suppress(DataError):
            return _read_snapshot(directory)
    try:
        # Builds may follow each other faster than a slow reader reads; now none can.
        with directory_swap.locked(directory):
            return _read_snapshot(directory)
    except StorageError:  # a folder that nothing can be written beside
        return _read_snapshot(directory)


def write_tables(
    tables: Mapping[type[Table], pd.DataFrame],
    texts: Mapping[str, str],
    directory: Path,
    origin: Origin = Origin(),  # noqa: B008 - frozen
) -> bool:
    """Replace everything in *directory* at once; `False` if it already held the same bytes.

    *texts* maps article_id to the text that the offsets count in.
    """
    files = render(tables, texts, origin)
    directory = directory.resolve()
    with directory_swap.locked(directory):
        directory_swap.recover(directory)
        _refuse_foreign(directory)
        if _holds(directory, files):
            return False
        directory_swap.replace(directory, files)
    return True


def render(
    tables: Mapping[type[Table], pd.DataFrame], texts: Mapping[str, str], origin: Origin
) -> dict[str, bytes]:
    """The files of data/ as bytes by path, manifest and all; touches no disk."""
    files = {path_of(table): to_csv(tables[table], table).encode("utf-8") for table in TABLES}
    files |= {path_of_text(name): text.encode("utf-8") for name, text in sorted(texts.items())}
    return files | {FILE_NAME: datapackage.render(files, origin)}


def differences(directory: Path, files: Mapping[str, bytes]) -> list[str]:
    """Where the files on disk differ from *files*, one line each; the manifest is left out."""
    found = []
    for path, content in files.items():
        if path == FILE_NAME:
            continue
        try:
            stored = (directory / path).read_bytes()
        except OSError:
            found.append(f"{path}: not there")
            continue
        if stored != content:
            found.append(f"{path}: {first_difference(path, stored, content)}")
    found += [f"{path}: should not be there" for path in _ours(directory) if path not in files]
    return found


def _bring_back(directory: Path) -> None:
    """Undo a build that was killed while the folder had no name."""
    if directory_swap.is_interrupted(directory):
        with directory_swap.locked(directory):
            directory_swap.recover(directory)


def _read(directory: Path, path: str) -> bytes:
    try:
        return (directory / path).read_bytes()
    except FileNotFoundError as error:
        if not directory.exists():
            raise DataError(directory, f"is missing; {REBUILD}") from error
        whole = "is not built yet" if not _ours(directory) else "is missing (half-written)"
        raise DataError(directory / path, f"{whole}; {REBUILD}") from error
    except OSError as error:
        raise DataError(directory / path, f"cannot be read ({error}); {REBUILD}") from error


def _manifest(content: bytes, directory: Path) -> dict[str, Any]:
    path = directory / FILE_NAME
    try:
        manifest = json.loads(content)
        made_by = manifest["version"]
        for resource in manifest["resources"]:
            if not isinstance(resource["path"], str) or not isinstance(resource["hash"], str):
                raise TypeError("a resource without path or hash")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DataError(path, f"is half-written or was edited by hand; {REBUILD}") from error
    if made_by != SCHEMA_VERSION:
        raise DataError(
            path,
            f"was made by another version of Dateline (tables version {made_by!r}, this one "
            f"reads {SCHEMA_VERSION!r}); {REBUILD}",
        )
    return dict(manifest)


def _origin(manifest: Mapping[str, Any]) -> Origin:
    given = manifest.get("dateline")
    given = given if isinstance(given, dict) else {}
    return Origin(str(given.get("seeds", "")), str(given.get("code", "")))


def _read_snapshot(directory: Path) -> Snapshot:
    content = _read(directory, FILE_NAME)
    manifest = _manifest(content, directory)
    hashes = {resource["path"]: resource["hash"] for resource in manifest["resources"]}
    wanted = [path_of(table) for table in TABLES]
    for path in (path for path in wanted if path not in hashes):
        raise DataError(directory / FILE_NAME, f"does not list {path}; {REBUILD}")
    tables = {}
    for table in TABLES:
        stored = _read(directory, path_of(table))
        _check(stored, hashes[path_of(table)], table, directory)
        tables[table] = _parse(stored, table, directory)
    texts = {}
    for path, expected in hashes.items():
        if path.startswith(f"{TEXTS}/"):
            stored = _read(directory, path)
            if digest(stored) != expected:
                raise DataError(directory / path, f"{_damage(stored)}; {REBUILD}")
            texts[path.removeprefix(f"{TEXTS}/").removesuffix(".txt")] = stored.decode("utf-8")
    return Snapshot(digest(content), tables, texts, _origin(manifest))


def _check(stored: bytes, expected: str, table: type[Table], directory: Path) -> None:
    """Raise if a table is not the one that was written, with what is wrong in it if anything is."""
    if digest(stored) == expected:
        return
    path = directory / path_of(table)
    try:
        frame = _parse(stored, table, directory)
        known = set(read_table(Actors, directory)["actor_id"])
    except DataError as error:
        raise DataError(path, f"{_damage(stored)}: {error.problem}") from error
    for _, reason in checks.unknown_actors(frame, table, known):
        raise DataError(path, f"{_damage(stored)}: {reason}; {REBUILD}")
    raise DataError(path, f"{_damage(stored)}; {REBUILD}")


def _damage(stored: bytes) -> str:
    if not stored.endswith(b"\n"):
        return "is half-written or was edited by hand (it does not fit datapackage.json)"
    return "was edited by hand (it does not fit datapackage.json)"


def _parse(stored: bytes, table: type[Table], directory: Path) -> pd.DataFrame:
    try:
        return table_csv.parse(stored, table)
    except SchemaError as error:
        problems = "; ".join(error.problems)
        raise DataError(directory / path_of(table), f"{problems}; {REBUILD}") from error


def _ours(directory: Path) -> list[str]:
    """Paths in *directory* under names that a build writes, sorted."""
    names = [path_of(table) for table in TABLES] + [FILE_NAME]
    found = [name for name in names if (directory / name).is_file()]
    return found + sorted(f"{TEXTS}/{path.name}" for path in (directory / TEXTS).glob("*.txt"))


def _written(directory: Path) -> set[str]:
    """Paths that a build wrote: by the manifest, or where that is lost, by their looks.

    A file of somebody else's may bear the name of a table, or lie among the texts.
    """
    try:
        manifest = json.loads((directory / FILE_NAME).read_bytes())
        return {FILE_NAME, *(str(resource["path"]) for resource in manifest["resources"])}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        tables = {path_of(table) for table in TABLES if _has_header(directory, table)}
        texts = _ours(directory) if path_of(Articles) in tables else []
        return {FILE_NAME, *tables, *(path for path in texts if path.startswith(TEXTS))}


def _has_header(directory: Path, table: type[Table]) -> bool:
    try:
        first = (directory / path_of(table)).read_bytes().split(b"\n", 1)[0]
    except OSError:
        return False
    return first.decode("utf-8", "replace").strip() == ",".join(table.columns())


def _holds(directory: Path, files: Mapping[str, bytes]) -> bool:
    manifest = directory / FILE_NAME
    return (
        manifest.is_file()
        and manifest.read_bytes() == files[FILE_NAME]
        and not differences(directory, files)
    )


def _refuse_foreign(directory: Path) -> None:
    """Replacing a folder removes what was in it: refuse one that holds anything not ours."""
    if not directory.exists():
        return
    if not directory.is_dir():
        raise StorageError(directory, "is a file, not a folder; choose another with --out")
    ours = {*_written(directory), TEXTS}
    for path in sorted([*directory.glob("*"), *(directory / TEXTS).glob("*")]):
        name = str(path.relative_to(directory))
        if name not in ours and path.name not in LITTER:
            raise StorageError(
                directory,
                f"holds {name!r}, which Dateline did not write and a build would remove; "
                "move it away, or choose another folder with --out",
            )
