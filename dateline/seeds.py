"""Read what people wrote: articles, actors, landmarks, corrections. The only reader of seeds/.

One bad file never hides another: `read_articles` returns the good articles and an error for each
of the rest, and the caller decides. No file is passed over in silence, and no article is dated so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dateline import fingerprint, metadata, published, seed_rows
from dateline.correction import Correction
from dateline.decoding import MAX_BYTES, decode
from dateline.errors import SeedError, UndatedError
from dateline.given_days import OPTION, PublishedDays, from_pairs, parse_day
from dateline.metadata import Metadata
from dateline.model import Actor, Article, PublishedBasis, Unresolved
from dateline.published import InferredDay, Landmark

UNNAMED_PUBLISHER = "Unnamed publisher"
ENDINGS = {".md", ".txt"}

_SOURCE_LINE = re.compile(r"^[ \t]{0,20}Source:[ \t]{0,20}(?P<name>[^\n]{1,200}?)[ \t]{0,20}$")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the seeds of one build stand."""

    articles: Path
    actors: Path
    landmarks: Path
    corrections: Path

    @classmethod
    def under(cls, seeds: Path, articles: Path | None = None, actors: Path | None = None) -> Places:
        """The usual places in the folder *seeds*, unless others are given."""
        return cls(
            articles or seeds / "articles",
            actors or seeds / "actors.csv",
            seeds / "landmarks.csv",
            seeds / "corrections.csv",
        )


def read_articles(
    directory: Path, given: PublishedDays, landmarks: Sequence[Landmark] = ()
) -> tuple[list[Article], list[SeedError]]:
    """The articles in *directory*, sorted by name, and one error for each file that is none."""
    errors: list[SeedError] = []
    paths, strays = _listed(directory, given)
    errors += strays
    articles: list[Article] = []
    for article_id, path in paths:
        try:
            articles.append(_read_article(article_id, path, given, landmarks))
        except SeedError as error:
            errors.append(error)
    known = {article_id for article_id, _ in paths}
    errors += [
        SeedError(OPTION, 0, f"gives a day for {name!r}, and {directory} has no such article")
        for name in sorted(set(given.by_article) - known)
    ]
    return articles, sorted(errors, key=lambda error: str(error.path))


def read_actors(path: Path) -> list[Actor]:
    """The story's actors in the file's order; none where there is no such file."""
    return seed_rows.actors(_read_text(path), path) if _stands(path) else []


def read_landmarks(path: Path) -> list[Landmark]:
    """The story's known days; none where there is no such file."""
    return seed_rows.landmarks(_read_text(path), path) if _stands(path) else []


def read_corrections(path: Path) -> list[Correction]:
    """What people overrule; nothing where there is no such file."""
    return seed_rows.corrections(_read_text(path), path) if _stands(path) else []


def _stands(path: Path) -> bool:
    """Whether something stands there, be it a link that leads nowhere: that is no missing file."""
    return path.is_symlink() or path.exists()


def read_plain(path: Path, standard_input: IO[bytes]) -> str:
    """The text of one file as it stands, or of *standard_input* where *path* is "-"."""
    if str(path) == "-":
        return _decoded(standard_input.read(MAX_BYTES + 1), "standard input")
    return _read_text(path)


def read_published(options: Iterable[str]) -> PublishedDays:
    """Days from the command line: one for all, NAME=DAY, or a JSON or CSV file of days."""
    pairs: list[tuple[str, str, object, int]] = []
    for_all = None
    files = set()
    for option in options:
        name, separator, text = option.rpartition("=")
        path = Path(option)
        if path.suffix.lower() in {".json", ".csv"}:
            pairs += seed_rows.days(_read_text(path), path)
            files.add(path.resolve())
        elif separator:
            pairs.append((name, text, OPTION, 0))
        elif isinstance(day := parse_day(option), Unresolved):
            form = "expected YYYY-MM-DD, NAME=YYYY-MM-DD, or a .json or .csv file of days"
            raise SeedError(OPTION, 0, f"{day.reason.split(', expected')[0]}; {form}")
        elif for_all not in (None, day):
            raise SeedError(OPTION, 0, f"gives two days for all articles: {for_all} and {day}")
        else:
            for_all = day
    return PublishedDays(from_pairs(pairs), for_all, frozenset(files))


def digest(places: Places, given: PublishedDays) -> str:
    """A digest of every seed file and given day: it changes when the tables may."""
    found = {f"articles/{path.name}": path for path in _entries(places.articles) if path.is_file()}
    for path in (places.actors, places.landmarks, places.corrections):
        found |= {path.name: path} if path.is_file() else {}
    try:
        contents = {name: path.read_bytes() for name, path in found.items()}
    except OSError as error:
        place = error.filename or places.articles
        raise SeedError(place, 0, f"cannot be read ({error.strerror})") from error
    return fingerprint.of(contents | {OPTION: str(given).encode("utf-8")})


def _entries(directory: Path) -> list[Path]:
    """What stands in a folder of articles, sorted; hidden files are not for us."""
    if not directory.is_dir():
        problem = "is a file, not a folder" if directory.exists() else "is missing"
        raise SeedError(directory, 0, f"{problem}; put the articles there, or give --articles DIR")
    return sorted(path for path in directory.iterdir() if not path.name.startswith("."))


def _listed(
    directory: Path, given: PublishedDays
) -> tuple[list[tuple[str, Path]], list[SeedError]]:
    """The files to read as articles, by article_id, and an error for whatever else lies there."""
    errors: list[SeedError] = []
    claimed: dict[str, list[tuple[str, Path]]] = {}
    sidecars = []
    for path in _entries(directory):
        if path.suffix.lower() in ENDINGS:
            article_id = unicodedata.normalize("NFC", path.stem)
            claimed.setdefault(article_id.casefold(), []).append((article_id, path))
        elif path.suffix.lower() == ".json" and path.resolve() not in given.files:
            sidecars.append(path)
        elif path.resolve() not in given.files:
            kind = "a folder" if path.is_dir() else "neither .md nor .txt"
            errors.append(SeedError(path, 0, f"is {kind}, so no article; move it elsewhere"))
    texts = {path.stem for found in claimed.values() for _, path in found if _is_plain(path)}
    errors += [
        SeedError(path, 0, f"belongs to no article: there is no {path.stem}.txt beside it")
        for path in sidecars
        if path.stem not in texts
    ]
    paths = []
    for found in claimed.values():
        if len(found) > 1:
            names = " and ".join(path.name for _, path in found)
            problem = f"{names} give the same article_id; rename one of them"
            errors += [SeedError(path, 0, problem) for _, path in found]
        else:
            paths += found
    if not paths and not errors:
        raise SeedError(directory, 0, "holds no article; put .md or .txt files there")
    return sorted(paths), errors


def _is_plain(path: Path) -> bool:
    return path.suffix.lower() == ".txt"


def _read_article(
    article_id: str, path: Path, given: PublishedDays, landmarks: Sequence[Landmark]
) -> Article:
    if _CONTROL.search(article_id) or ";" in article_id or not article_id.isprintable():
        raise SeedError(path, 0, "its name holds ';' or a character that cannot be shown; rename")
    text = _read_text(path)
    if _is_plain(path):
        sidecar = path.with_suffix(".json")
        known = (
            metadata.from_sidecar(_read_text(sidecar), sidecar) if sidecar.exists() else Metadata()
        )
    else:
        front, text = metadata.split_front_matter(text, path)
        known = metadata.from_front_matter(front, path)
    text = text.strip()
    if not any(letter.isalnum() for letter in text):
        raise SeedError(path, 0, "has no text; put the article's text below the front matter")
    if control := _CONTROL.search(text):
        raise SeedError(path, 0, f"holds the control character U+{ord(control[0]):04X}; remove it")
    if known.derived_from == article_id:
        raise SeedError(path, 0, "'derived_from' names the article itself")
    day = _day(article_id, path, text, known, given, landmarks)
    return Article(
        article_id=article_id,
        title=known.title,
        publisher=known.publisher or _named_source(text) or UNNAMED_PUBLISHER,
        published=day.day,
        published_basis=day.basis,
        text=text,
        basis_note=day.note,
        url=known.url,
        derived_from=known.derived_from,
    )


def _day(
    article_id: str,
    path: Path,
    text: str,
    known: Metadata,
    given: PublishedDays,
    landmarks: Sequence[Landmark],
) -> InferredDay:
    """The publication day: the file's own, else one given by name, printed, given for all, found.

    A day given by name must not contradict what the article's file says.
    """
    by_name = given.by_article.get(article_id)
    if known.published is not None:
        if by_name not in (None, known.published):
            problem = f"says {known.published} where {OPTION} says {by_name}; correct one of them"
            raise SeedError(path, 0, problem)
        return InferredDay(known.published, known.basis, known.basis_note)
    if by_name is not None:
        return InferredDay(by_name, PublishedBasis.STATED, f"Given with {OPTION}.")
    found = published.published_day(text, landmarks)
    printed = isinstance(found, InferredDay) and found.basis is PublishedBasis.STATED
    if given.for_all is not None and not printed:
        return InferredDay(given.for_all, PublishedBasis.STATED, f"Given with {OPTION} for all.")
    if isinstance(found, Unresolved):
        raise UndatedError(
            path,
            0,
            f"has no publication day: it {found.reason}. Give one with {OPTION} "
            f"{article_id}=YYYY-MM-DD, or in {path.with_suffix('.json').name} as "
            '{"published": "YYYY-MM-DD"}, or in the text as a line "Published: 1 May 2024"',
        )
    return found


def _named_source(text: str) -> str:
    """The publisher that a first or last line "Source: X" names."""
    lines = text.split("\n")
    for line in (lines[-1], lines[0]):
        if match := _SOURCE_LINE.match(line):
            return match["name"]
    return ""


def _read_text(path: Path) -> str:
    try:
        if not path.is_file():
            raise SeedError(path, 0, "is not a file that can be read (a folder or a broken link)")
        with path.open("rb") as stream:
            # Never more than is allowed, so that a file of any size costs nothing to refuse.
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise SeedError(path, 0, f"cannot be read ({error.strerror})") from error
    return _decoded(content, path)


def _decoded(content: bytes, place: Path | str) -> str:
    text = decode(content)
    if isinstance(text, Unresolved):
        raise SeedError(place, 0, text.reason)
    return text
