"""What people overrule: each correction, and each way in which it no longer applies."""

import pytest

from dateline.correction import Correction, CorrectionKind, read_days
from dateline.merge.tables import merge
from dateline.model import DateRange, EventKind, Precision
from dateline.schema import Events, Mentions, Problems
from tests.merge.factory import ACTORS, article, day, extraction, mention, month

ARTICLES = [article("a"), article("b", publisher="The Other Post")]
SUMMONED = mention(
    "France called the envoy in on Monday.", EventKind.SUMMONS, day(20), of="a",
    actors="france", targets="envoy",
)  # fmt: skip
PROTESTED = mention(
    "The envoy was called in on Monday.", EventKind.SUMMONS, day(20), of="b",
    actors="france", targets="envoy",
)  # fmt: skip
SIGNED = mention(
    "Spain signed a pact.", EventKind.AGREEMENT, month(6), of="b", at=80, actors="spain"
)


def corrected(*lines: tuple[str, str, str], told=(SUMMONED, PROTESTED, SIGNED), articles=ARTICLES):
    """The tables under corrections given as (kind, event, value)."""
    corrections = [
        Correction(CorrectionKind(kind), event, value, f"Reason {number}.", number)
        for number, (kind, event, value) in enumerate(lines, start=2)
    ]
    extractions = [
        extraction(mentions=tuple(m for m in told if m.article_id == each.article_id))
        for each in articles
    ]
    return merge(extractions, articles, ACTORS, corrections)


def events(tables):
    return tables[Events].set_index("event_id")


def problems(tables) -> list[str]:
    return list(tables[Problems]["reason"])


@pytest.fixture(scope="module")
def ids() -> dict[str, str]:
    """The id of each event, by the id of a mention."""
    table = corrected()[Mentions]
    return dict(zip(table["mention_id"], table["event_id"], strict=True))


@pytest.fixture(scope="module")
def summons(ids) -> str:
    assert ids[SUMMONED.mention_id] == ids[PROTESTED.mention_id]
    return ids[SUMMONED.mention_id]


@pytest.fixture(scope="module")
def pact(ids) -> str:
    return ids[SIGNED.mention_id]


def test_an_event_gets_another_title_and_keeps_its_id(summons):
    event = events(corrected(("retitle", summons, "Envoy called in"))).loc[summons]

    assert event["title"] == "Envoy called in"
    assert (event["corrected"], event["correction_reason"]) == ("title", "Reason 2.")


def test_an_event_gets_other_days_and_keeps_its_id_and_mentions(summons):
    tables = corrected(("redate", summons, "2031-05-18/2031-05-19"))
    event = events(tables).loc[summons]

    assert (str(event["first_day"].date()), event["precision"]) == ("2031-05-18", "interval")
    assert event["edtf"] == "2031-05-18/2031-05-19"
    assert event["corrected"] == "days"
    assert set(tables[Mentions]["first_day"].dt.day.dropna()) == {20, 1}


def test_an_event_can_lose_its_date(summons):
    event = events(corrected(("redate", summons, "undated"))).loc[summons]

    assert event["edtf"] == ""
    assert event[["first_day", "last_day"]].isna().all()


def test_an_event_gets_another_kind_and_what_follows_from_it(summons):
    event = events(corrected(("rekind", summons, "meeting"))).loc[summons]

    assert (event["kind"], event["plover"], event["corrected"]) == ("meeting", "CONSULT", "kind")


def test_a_split_takes_mentions_out_under_the_id_they_would_have_alone(summons):
    tables = corrected(("split", summons, PROTESTED.mention_id))
    alone = corrected(told=(PROTESTED,))[Events]["event_id"].item()
    table = tables[Mentions].set_index("mention_id")

    assert table.loc[SUMMONED.mention_id, "event_id"] == summons
    other = table.loc[PROTESTED.mention_id, "event_id"]
    assert other.startswith(alone)
    assert other != summons
    assert table.loc[PROTESTED.mention_id, "merge_rule"] == "correction"
    assert list(events(tables).loc[[summons, other], "corrected"]) == ["mentions", "mentions"]
    assert events(tables).loc[summons, "article_count"] == 1


def test_a_merge_keeps_the_id_and_the_kind_of_its_target(summons, pact):
    tables = corrected(("merge", pact, summons))
    event = events(tables).loc[summons]

    assert list(tables[Events]["event_id"]) == [summons]
    assert event["kind"] == "summons"
    assert event["article_count"] == 2
    assert set(tables[Mentions]["event_id"]) == {summons}


def test_a_hidden_event_stays_in_the_tables_and_says_so(summons):
    tables = corrected(("hide", summons, ""))

    assert list(events(tables)["is_hidden"][[summons]]) == [True]
    assert events(tables).loc[summons, "correction_reason"] == "Reason 2."
    assert len(tables[Mentions]) == 3


def test_an_event_can_be_named_by_any_of_its_mentions(summons):
    tables = corrected(("retitle", PROTESTED.mention_id, "Envoy called in"))

    assert events(tables).loc[summons, "title"] == "Envoy called in"


def test_what_moves_mentions_comes_first_whatever_the_order_of_the_lines(summons, pact):
    tables = corrected(("retitle", summons, "A day in October"), ("merge", pact, summons))
    event = events(tables).loc[summons]

    assert (event["title"], event["corrected"]) == ("A day in October", "mentions;title")
    assert event["correction_reason"] == "Reason 3. Reason 2."
    assert problems(tables) == []


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        pytest.param([("hide", "nothing", "")], "no event or mention has this id", id="unknown"),
        pytest.param([("merge", "S", "nothing")], "has the id 'nothing'", id="unknown target"),
        pytest.param([("merge", "S", SUMMONED.mention_id)], "one event already", id="itself"),
        pytest.param(
            [("split", "S", SIGNED.mention_id)],
            f"not told by {SIGNED.mention_id}",
            id="a mention that is elsewhere",
        ),
        pytest.param(
            [("split", "S", f"{SUMMONED.mention_id};{PROTESTED.mention_id}")],
            "no mention would be left",
            id="all mentions",
        ),
        pytest.param([("rekind", "S", "summons")], "of this kind already", id="kind as it is"),
        pytest.param([("redate", "S", "2031-05-20")], "these days already", id="days as they are"),
        pytest.param([("hide", "S", ""), ("hide", "S", "")], "hidden already", id="hidden twice"),
        pytest.param(
            [("merge", "P", "S"), ("retitle", "P", "Pact")], "no event", id="absorbed by another"
        ),
    ],
)
def test_what_no_longer_applies_is_a_problem_and_changes_nothing_else(lines, reason, summons, pact):
    of = {"S": summons, "P": pact}
    lines = [(kind, of.get(event, event), of.get(value, value)) for kind, event, value in lines]
    tables = corrected(*lines)
    [found] = problems(tables)

    assert reason in found
    assert found.startswith(f"corrections.csv:{len(lines) + 1}: {lines[-1][0]}: ")
    assert list(tables[Problems]["kind"]) == ["correction"]
    before = corrected(*lines[:-1])
    assert tables[Events].equals(before[Events])
    assert tables[Mentions].equals(before[Mentions])


def test_a_title_as_it_is_no_longer_applies(summons):
    title = events(corrected()).loc[summons, "title"]

    assert "has this title already" in problems(corrected(("retitle", summons, title)))[0]


def test_a_later_article_breaks_no_correction(summons):
    """It joins the corrected event, which keeps its title and days."""
    later = mention(
        "The envoy had been called in on Monday.", EventKind.SUMMONS, day(20), of="c",
        actors="france", targets="envoy",
    )  # fmt: skip
    lines = ("retitle", summons, "Envoy called in"), ("redate", summons, "2031-05-19")
    more = [*ARTICLES, article("c", publisher="The Third Post")]
    tables = corrected(*lines, told=(SUMMONED, PROTESTED, SIGNED, later), articles=more)
    event = events(tables).loc[summons]

    assert (event["title"], event["edtf"]) == ("Envoy called in", "2031-05-19")
    assert event["article_count"] == 3
    assert problems(tables) == []


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("2031-05-20", day(20)),
        ("2031-06", month(6)),
        ("2031", DateRange.around(day(20).first, Precision.YEAR)),
        ("2031-05-01/2031-05-18", DateRange(day(1).first, day(18).last, Precision.INTERVAL)),
        ("[2031-05-01..2031-05-18]", DateRange(day(1).first, day(18).last, Precision.PART)),
        ("2031-05-01/..", DateRange(day(1).first, None, Precision.INTERVAL)),
        ("../2031-05-18", DateRange(None, day(18).last, Precision.INTERVAL)),
        ("undated", None),
    ],
)
def test_days_are_read_as_edtf_states_them(text, reading):
    assert read_days(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2031-02-30",
        "2031-13",
        "../..",
        "2031-05-18/2031-05-01",
        "[2031-05-01]",
        "20310501",
    ],
)
def test_days_that_are_none_are_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        read_days(text)
