"""The articles behind the rows shown, as citations: BibTeX, and CSL-JSON for Zotero, pandoc, ...

Neither says on what ground a day of publication stands, so an inferred one carries a note.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from dateline.charts.escape import plain
from dateline.export.dated import about
from dateline.export.shown import Exported, Shown, left_out_words
from dateline.model import PublishedBasis
from dateline.views.ids import split

NOT_NAMED = "names no article"
# What LaTeX would take for an order. The backslash goes first, in one pass with the others.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "_": r"\_", "%": r"\%", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(views: Sequence[Shown]) -> Exported:
    """One @online entry an article, in BibLaTeX's fields; the head says what they are cited for."""
    articles, left_out = cited(views)
    said = [about(part, {}) for shown in views for part in shown.parts]
    said.append(left_out_words(left_out))
    # What stands outside an entry is a comment to BibTeX; an @ would begin one.
    lines = [part for text in said if text for part in text.replace("@", "(at)").split("; ")]
    head = "".join(f"% {part}\n" for part in lines)
    entries = [_entry(article, key) for article, key in zip(articles, _keys(articles), strict=True)]
    return Exported((plain(head) + "\n" + "\n".join(entries)).encode("utf-8"), left_out)


def csl_json(views: Sequence[Shown]) -> Exported:
    """CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)."""
    articles, left_out = cited(views)
    items = [_item(article) for article in articles]
    content = json.dumps(items, ensure_ascii=False, indent=1)
    return Exported((content + "\n").encode("utf-8", "replace"), left_out)


def cited(views: Sequence[Shown]) -> tuple[list[dict[Any, Any]], dict[str, int]]:
    """The articles that the rows come from, in the table's order, and how many rows name none."""
    wanted: set[str] = set()
    without, latest = 0, max((shown.story.articles for shown in views), key=len)
    for part in (part for shown in views for part in shown.parts):
        known = set(part.story.articles["article_id"])
        for ids in _articles_of(part):
            without += not known & ids
            wanted |= ids
    rows = latest[latest["article_id"].isin(wanted)]
    return rows.to_dict("records"), {NOT_NAMED: without}


def _articles_of(shown: Shown) -> pd.Series:
    """For every row the ids of its articles."""
    rows, story = shown.rows, shown.story
    if "article_id" in rows:
        return rows["article_id"].map(lambda name: {name} - {""})
    mentions = story.mentions
    if "event_id" in rows:
        told = mentions.groupby("event_id")["article_id"].agg(set).to_dict()
        return rows["event_id"].map(lambda name: told.get(name, set()))
    naming: dict[str, set[str]] = {}
    for article, who, whom in mentions[["article_id", "actor_ids", "target_ids"]].itertuples(
        index=False
    ):
        for actor in (*split(who), *split(whom)):
            naming.setdefault(actor, set()).add(article)
    return rows["actor_id"].map(lambda name: naming.get(name, set()))


def _entry(article: dict[Any, Any], key: str) -> str:
    day = article["published_day"].date().isoformat()
    fields = {
        "title": article["title"] or article["article_id"],
        "organization": article["publisher"],
        "date": day,
        "note": _note(article),
    }
    lines = [f"  {name} = {{{_latex(value)}}}" for name, value in fields.items() if value]
    if article["url"]:
        # BibLaTeX sets an address as it stands; braces alone could end the field.
        address = article["url"].replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
        lines.append(f"  url = {{{plain(address)}}}")
    return f"@online{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _item(article: dict[Any, Any]) -> dict[str, Any]:
    day = article["published_day"].date()
    item = {
        "id": article["article_id"],
        "type": "article-newspaper",
        "title": article["title"] or article["article_id"],
        "container-title": article["publisher"],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": article["url"],
        "note": _note(article),
    }
    return {name: value for name, value in item.items() if value}


def _note(article: dict[Any, Any]) -> str:
    if article["published_basis"] != PublishedBasis.INFERRED:
        return ""
    return f"day of publication inferred: {article['basis_note']}".removesuffix(": ")


def _keys(articles: list[dict[Any, Any]]) -> list[str]:
    """A key for each article in the letters that BibTeX takes, each once."""
    found: list[str] = []
    for article in articles:
        key = re.sub(r"[^A-Za-z0-9:.-]", "-", article["article_id"]) or "article"
        while key in found:
            key += "-"
        found.append(key)
    return found


def _latex(text: str) -> str:
    return "".join(_LATEX.get(char, char) for char in plain(" ".join(text.split())))
