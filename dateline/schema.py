"""The tables on disk: every column, its type, and what it means, declared once.

`conform` is the only way into a table. The data dictionary in README.md and `datapackage.json`
are written from these declarations, and a test fails when they differ.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera import dtypes
from pandera.engines import pandas_engine

from dateline.errors import SchemaError
from dateline.model import (
    ActorKind,
    Bound,
    DateBasis,
    EventKind,
    FindingKind,
    Precision,
    ProblemKind,
    PublishedBasis,
    Stance,
    State,
    Status,
)


@pandas_engine.Engine.register_dtype
@dtypes.immutable
class Day(pandas_engine.DataType):
    """A calendar day. pandera's own DateTime is in nanoseconds, which end in 1677 and 2262."""

    type = np.dtype("datetime64[s]")

    def coerce(self, data_container: pd.Series) -> pd.Series:
        return pd.to_datetime(data_container, format="ISO8601").astype("datetime64[s]")

    def check(self, pandera_dtype: Any, data_container: Any = None) -> bool:
        # pandera takes any datetime64 for its own nanosecond type, so ask the column itself.
        return data_container is not None and data_container.dtype == self.type


# Raised when a column changes its name, type or meaning; a build of another version is refused.
SCHEMA_VERSION = "1"


def choice(of: type[StrEnum], description: str, **kwargs: Any) -> Any:
    """A categorical column whose values are the members of *of*, in their order."""
    return pa.Field(
        description=description,
        dtype_kwargs={"categories": [str(member) for member in of], "ordered": False},
        **kwargs,
    )


def day(description: str, **kwargs: Any) -> Any:
    """A column of days; empty where the text gives none, if nullable."""
    return pa.Field(description=description, **kwargs)


def text(description: str, **kwargs: Any) -> Any:
    """A text column; empty rather than missing where there is nothing to say."""
    return pa.Field(description=description, **kwargs)


def maybe(description: str, **kwargs: Any) -> Any:
    """A column that stays empty where the text gives nothing."""
    return pa.Field(nullable=True, description=description, **kwargs)


class Table(pa.DataFrameModel):
    """A declared table. Its lower-case class name is its name on disk."""

    class Config:
        strict = True
        coerce = True
        ordered = True

    @classmethod
    def table_name(cls) -> str:
        return cls.__name__.lower()

    @classmethod
    def columns(cls) -> dict[str, pa.Column]:
        return cls.to_schema().columns


class Articles(Table):
    article_id: str = text("Name of the article's file without its ending.", unique=True)
    title: str = text("Headline as given; empty where the source has none.")
    publisher: str = text("Who published it; 'Unnamed publisher' where the source does not say.")
    published_day: Day = day("Day of publication.")
    published_basis: pa.Category = choice(
        PublishedBasis,
        "Whether that day is given (in the source, or for the build) or worked out from content.",
    )
    url: str = text("Address of the article (http or https), where known.")
    word_count: int = pa.Field(ge=1, description="Words in the stored text.")
    sha256: str = text("SHA-256 of the stored text in UTF-8.")
    derived_from: str = text("The article or report that this one retells, where it does.")
    basis_note: str = text("How an inferred day was worked out.")
    publisher_group: str = text(
        "The article that stands for all that count as one publisher with this one."
    )


class Mentions(Table):
    mention_id: str = text("Stable identifier: the article and a digest of the words.", unique=True)
    event_id: str = text("The event it tells; see events.")
    article_id: str = text("The article it stands in; see articles.")
    sentence_start: int = pa.Field(ge=0, description="First character of the sentence.")
    sentence_end: int = pa.Field(ge=1, description="Character after the sentence.")
    sentence: str = text("The sentence, as stored.")
    date_text: str = text("The date words that date the event; empty where it has none of its own.")
    date_start: pd.Int64Dtype = maybe("First character of the date words.")
    date_end: pd.Int64Dtype = maybe("Character after the date words.")
    first_day: Day = day(
        "Earliest day the words can mean; empty if open or undated.", nullable=True
    )
    last_day: Day = day("Latest day the words can mean; empty if open or undated.", nullable=True)
    precision: pa.Category = choice(
        Precision, "How closely the date was stated; empty if undated.", nullable=True
    )
    edtf: str = text("The date in EDTF (ISO 8601-2, level 1); empty if undated.")
    date_basis: pa.Category = choice(DateBasis, "What the date hangs on.")
    kind: pa.Category = choice(EventKind, "What happened.")
    actor_ids: str = text("Who did it, separated by ';'; see actors.")
    target_ids: str = text("To whom or about whom, separated by ';'; see actors.")
    place: str = text("Where, as printed.")
    stance: pa.Category = choice(
        Stance, "How far the sentence commits to it; of a statement, to what it says."
    )
    attributed_to: str = text(
        "Who vouches for it, from the voice nearest to the fact outwards, separated by ';'."
    )
    date_rule: str = text("The rule that read the date.")
    kind_rule: str = text("The cue that gave the kind.")
    cue_start: pd.Int64Dtype = maybe("First character of the words that told the event.")
    cue_end: pd.Int64Dtype = maybe("Character after the words that told the event.")
    stance_rule: str = text("The rule or cue that gave the stance.")
    merge_rule: str = text("Why this mention belongs to its event.")
    title: str = text("The event in a few words of the sentence.")


class Events(Table):
    event_id: str = text("Stable identifier; every mention's id leads to its event.", unique=True)
    title: str = text("The event in a few words of its clearest mention.")
    kind: pa.Category = choice(EventKind, "What happened.")
    plover: str = text("The kind's PLOVER event type; empty where the ontology has none.")
    first_day: Day = day(
        "Earliest day it can have happened; empty if open or undated.", nullable=True
    )
    last_day: Day = day("Latest day it can have happened; empty if open or undated.", nullable=True)
    precision: pa.Category = choice(
        Precision, "How closely its best mention states the date; empty if undated.", nullable=True
    )
    edtf: str = text("The date in EDTF (ISO 8601-2, level 1); empty if undated.")
    actor_ids: str = text("Who did it, separated by ';'; see actors.")
    target_ids: str = text("To whom or about whom, separated by ';'; see actors.")
    place: str = text("Where, as printed.")
    status: pa.Category = choice(Status, "Where the event stands once all mentions are read.")
    article_count: int = pa.Field(ge=1, description="Articles that tell it.")
    publisher_count: int = pa.Field(
        ge=1, description="Independent publishers that tell it; a retelling adds none."
    )
    first_reported_day: Day = day("First day an article told it.")
    last_reported_day: Day = day("Last day an article told it.")
    corrected: str = text("What a person corrected: title, days, kind, mentions; separated by ';'.")
    correction_reason: str = text("Why it was corrected or hidden, in that person's words.")
    is_hidden: bool = pa.Field(
        description="True where a person hid it: it stays in the tables and is not shown."
    )


class Estimates(Table):
    estimate_id: str = text(
        "Stable identifier: the article and a digest of the words.", unique=True
    )
    event_id: str = text("The event it belongs to, where one is told beside it; see events.")
    article_id: str = text("The article it stands in; see articles.")
    sentence_start: int = pa.Field(ge=0, description="First character of the sentence.")
    sentence_end: int = pa.Field(ge=1, description="Character after the sentence.")
    sentence: str = text("The sentence, as stored.")
    phrase: str = text("The words that state the quantity, hedge and all.")
    phrase_start: int = pa.Field(ge=0, description="First character of the phrase.")
    phrase_end: int = pa.Field(ge=1, description="Character after the phrase.")
    low: pd.Float64Dtype = maybe("Lower end as stated; empty where the words give none.")
    high: pd.Float64Dtype = maybe("Upper end as stated; empty where the words give none.")
    bound: pa.Category = choice(Bound, "Which ends the words give.")
    unit: str = text("What is counted: troops, brigades, people, shells, missiles, ships, ...")
    force_id: str = text("Whose people or things they are; see actors.")
    state: pa.Category = choice(State, "What is said of them.")
    claimant: str = text("Who claims it, nearest to the fact; see actors. Empty: the article.")
    relayed_by: str = text("Who passes the claim on, separated by ';'; see actors.")
    stance: pa.Category = choice(Stance, "How far the sentence commits to it.")
    as_of_first: Day = day("First day the figure speaks of.", nullable=True)
    as_of_last: Day = day("Last day the figure speaks of.", nullable=True)
    reported_day: Day = day("Publication day of the article.")
    as_of_basis: str = text("Where the as-of days come from: figure, claim or report.")
    rule: str = text("The rule that read the quantity.")
    state_rule: str = text("The cue that gave the state.")
    claimant_text: str = text("The words that name the claimant, as printed.")
    is_increment: bool = pa.Field(description="True for 'an additional 10,000'.")
    part_of: pd.Float64Dtype = maybe("The whole that this is a part of: '8,000 of the 10,000'.")


class Actors(Table):
    actor_id: str = text("Stable identifier.", unique=True)
    name: str = text("Name to show.")
    kind: pa.Category = choice(ActorKind, "Person, body or state.")
    country: str = text("ISO 3166-1 alpha-3 code; empty for international bodies.")
    mention_count: int = pa.Field(ge=0, description="Mentions that name it as actor or target.")


class Findings(Table):
    article_id: str = text("The article it stands in; see articles.")
    start: int = pa.Field(ge=0, description="First character of the words.")
    end: int = pa.Field(ge=1, description="Character after the words.")
    text: str = pa.Field(description="The words, as stored.")
    kind: pa.Category = choice(FindingKind, "What sort of expression it is.")
    value: str = pa.Field(
        description="What it was read as: a date in EDTF, an actor's id, a figure's ends; "
        "empty where it could not be read."
    )
    rule: str = pa.Field(description="The rule that found it.")


class Problems(Table):
    article_id: str = text("The article it was found in; empty for rules across tables.")
    start: pd.Int64Dtype = maybe("First character of the words.")
    end: pd.Int64Dtype = maybe("Character after the words.")
    text: str = pa.Field(description="The words that could not be read.")
    kind: pa.Category = choice(ProblemKind, "What sort of problem it is.")
    reason: str = pa.Field(description="Why it could not be read, or what does not hold.")


TABLES: tuple[type[Table], ...] = (
    Articles,
    Mentions,
    Events,
    Estimates,
    Actors,
    Findings,
    Problems,
)


def conform(frame: pd.DataFrame, table: type[Table]) -> pd.DataFrame:
    """Return *frame* with the table's columns, order and types, or raise with every problem.

    Columns that the table does not declare are left out; a missing one is a problem.
    """
    known = frame[[name for name in table.columns() if name in frame]]
    try:
        return table.validate(known, lazy=True)
    except pa.errors.SchemaErrors as errors:
        raise SchemaError(table.table_name(), problems_of(errors)) from errors


def empty(table: type[Table]) -> pd.DataFrame:
    """The table with no rows and every column in its type."""
    return conform(pd.DataFrame({name: [] for name in table.columns()}), table)


def problems_of(errors: pa.errors.SchemaErrors) -> list[str]:
    """One line per failed check, with the column and the first offending value."""
    cases = errors.failure_cases.drop_duplicates(["column", "check"])
    return [
        f"{row.column}: {row.check} fails, e.g. {row.failure_case!r}" for row in cases.itertuples()
    ]
