"""What an export holds and where it comes from: the rows, the choice behind them, the data."""

from dataclasses import dataclass, fields

import pandas as pd

from dateline.schema import Table
from dateline.views.days import day_text
from dateline.views.selection import WORDS, Selection
from dateline.views.story import Story


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows of one table under a selection, with everything that says what they are.

    *address* is the query string that shows the same rows, *version* the digest of the tables.
    """

    table: type[Table]
    rows: pd.DataFrame
    total: int
    selection: Selection
    address: str
    version: str

    def provenance(self) -> dict[str, str]:
        """What stands beside the rows in every format, in words."""
        return {
            "table": self.table.table_name(),
            "rows": f"{len(self.rows)} of {self.total}",
            "filters": in_words(self.selection) or "none",
            "address": f"?{self.address}" if self.address else "",
            "data version": self.version,
        }


def in_words(selection: Selection) -> str:
    """The choices that are made, in words: "the kinds: vote, summons; as known on 21 Oct 2024"."""
    said = []
    for field in fields(selection):
        value = getattr(selection, field.name)
        if value == field.default:
            continue
        if field.name == "known_on":
            said.append(f"as known on {day_text(value)}")
        elif isinstance(value, tuple):
            said.append(f"{WORDS[field.name]}: {', '.join(value)}")
        else:
            said.append(f"{WORDS[field.name]}: {value}")
    return "; ".join(said)


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's content, and how many rows it could not carry, by the reason."""

    content: bytes
    left_out: dict[str, int]

    def note(self) -> str:
        """What is missing, in words; empty where nothing is."""
        return "; ".join(
            f"{count} left out: {why}" for why, count in self.left_out.items() if count
        )


@dataclass(frozen=True, slots=True)
class Sources:
    """What other tools are told beside an event: its quotes and where they stand."""

    story: Story

    def of_event(self, event_id: str) -> list[str]:
        """Each telling as "Publisher, day: sentence", first reported first."""
        told = self.story.mentions[self.story.mentions["event_id"] == event_id]
        about = self.story.articles[["article_id", "publisher", "published_day"]]
        joined = told.merge(about, on="article_id").sort_values(
            ["published_day", "article_id", "sentence_start"], kind="stable"
        )
        return [
            f"{row.publisher}, {day_text(row.published_day.date())}: {row.sentence}"
            for row in joined.itertuples()
        ]
