"""A made-up story of four articles, with every kind of date, bound and stance a screen must draw.

Offsets are looked up in the texts, never typed, so every quote is where the tables say it is.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import pandas as pd

from dateline.schema import (
    Actors,
    Articles,
    Estimates,
    Events,
    Findings,
    Mentions,
    Problems,
    Table,
    conform,
)

TEXTS = {
    "harbour_post": (
        "Sudria's chancellor convened the security cabinet on Friday.\n\n"
        "The Sudrian Signals Bureau announced on Friday that Norland had moved 1,500 marines to "
        "Estmark earlier this month. Chancellor Ilse Brandt said at least 1,500 marines had "
        "already crossed. A further 4,000 were being made ready, the bureau added. "
        "The bureau spoke of three brigades, approximately 9,000 troops in all.\n\n"
        "In June Norland and Estmark signed a mutual defence pact. Norland has allegedly shipped "
        "arms to Estmark since September 2030. Estmark invaded the Tarn valley in February 2029. "
        "Sudria handed over more than 300,000 shells in 2030."
    ),
    "northern_wire": (
        "Sudria summoned the ambassador of Norland on Monday. Deputy minister Oto Lind condemned "
        "the move and demanded a withdrawal. Chancellor Ilse Brandt telephoned the head of the "
        "Harbour League on Monday. The League wrote that this would be a grave step.\n\n"
        "Norland's spokesman Per Dahl denied on Monday that any marines had left the country. "
        "The fee was $5m to $10m, *he* said, and <b>nothing</b> more. "
        "Estmark's mission called the reports groundless. "
        "Sudria will soon send a delegation to the League.\n\n"
        "The Tarn army's intelligence branch largely backed the account over the weekend. "
        "As many as 9,000 marines may come, some Tarn officers say. Six marines were killed in a "
        "strike at Port Emil earlier this month."
    ),
    "evening_mail": (
        "The Sudrian ambassador said the same on Monday: Norland's envoy was summoned. "
        "Marines from Norland moved to Estmark this month, Sudria's Signals Bureau has said, "
        "putting their number at 1,500. Spokesman Per Dahl saw “a lot of rumours” on Monday. "
        "A review of the arms export ban is under way."
    ),
    "tarn_courier": (
        "Norland's lower house voted on Thursday to ratify the pact. The upper house is expected "
        "to follow. American officials counted 3,000 marines on Wednesday. Between 3,000 and "
        "5,000 marines had arrived by then, the Tarn staff said. The leaders' summit ran from "
        "22 to 24 October 2031. Sudria's ministry repeated its demand on Friday.\n\n"
        "Until 12 October 2031 the ferry line was shut. A storm flooded the docks of Port Emil on "
        "25 October 2031. Dozens of marines were seen at the rail yard. If the marines fight, "
        "Sudria will review its stance."
    ),
}

ARTICLES: list[dict[str, Any]] = [
    {
        "article_id": "harbour_post",
        "title": "Sudria says marines from Norland have crossed",
        "publisher": "Harbour Post",
        "published_day": "2031-10-17",
        "published_basis": "stated",
    },
    {
        "article_id": "northern_wire",
        "title": "Sudria summons Norland's ambassador",
        "publisher": "Northern Wire",
        "published_day": "2031-10-20",
        "published_basis": "stated",
        "url": "https://example.org/northern-wire/1",
    },
    {
        "article_id": "evening_mail",
        "title": "Envoy summoned over marines",
        "publisher": "Evening Mail",
        "published_day": "2031-10-20",
        "published_basis": "inferred",
        "derived_from": "northern_wire",
        "basis_note": "Tells the summons, known from the wire to be on Monday 20 October 2031.",
    },
    {
        "article_id": "tarn_courier",
        "title": "Lower house ratifies pact; 3,000 marines counted & more expected",
        "publisher": "Tarn Courier",
        "published_day": "2031-10-26",
        "published_basis": "inferred",
        "basis_note": "The storm of the 25th is told as of yesterday.",
    },
]

ACTORS = [
    ("norland", "Norland", "state", "XNL"),
    ("sudria", "Sudria", "state", "XSU"),
    ("estmark", "Estmark", "state", "XES"),
    ("tarn", "Tarn", "state", "XTA"),
    ("america", "United States", "state", "USA"),
    ("league", "Harbour League", "body", ""),
    ("bureau", "Sudrian Signals Bureau", "body", "XSU"),
    ("brandt", "Ilse Brandt", "person", "XSU"),
    ("lind", "Oto Lind", "person", "XSU"),
    ("dahl", "Per Dahl", "person", "XNL"),
    ("mission", "Estmark's mission", "body", "XES"),
    ("branch", "Tarn intelligence branch", "body", "XTA"),
]

# (event_id, title, kind, first, last, precision, actors, targets, place, status)
EVENTS = [
    ("e_cabinet", "Security cabinet convened", "meeting", "2031-10-17", "2031-10-17", "day",
     "brandt", "", "", "reported"),
    ("e_bureau", "Signals Bureau announces crossing", "intelligence_report", "2031-10-17",
     "2031-10-17", "day", "bureau", "norland", "", "confirmed"),
    ("e_move", "Marines moved to Estmark", "deployment", "2031-10-01", "2031-10-20", "part",
     "norland", "estmark", "Estmark", "contested"),
    ("e_pact", "Norland and Estmark sign mutual defence pact", "agreement", "2031-06-01",
     "2031-06-30", "month", "norland;estmark", "", "", "reported"),
    ("e_arms", "Arms shipped to Estmark", "arms_transfer", "2030-09-01", None, "interval",
     "norland", "estmark", "", "reported"),
    ("e_invade", "Invasion of the Tarn valley", "attack", "2029-02-01", "2029-02-28", "month",
     "estmark", "tarn", "Tarn valley", "reported"),
    ("e_shells", "Sudria hands over shells", "arms_transfer", "2030-01-01", "2030-12-31", "year",
     "sudria", "", "", "reported"),
    ("e_summons", "Ambassador of Norland summoned", "summons", "2031-10-20", "2031-10-20", "day",
     "sudria", "norland", "", "confirmed"),
    ("e_condemn", "Lind condemns move, demands withdrawal", "statement", "2031-10-20",
     "2031-10-20", "day", "lind", "norland", "", "reported"),
    ("e_call", "Brandt telephones League head", "call", "2031-10-20", "2031-10-20", "day",
     "brandt", "league", "", "reported"),
    ("e_post", "League: a grave step", "statement", "2031-10-20", "2031-10-20", "day",
     "league", "", "", "reported"),
    ("e_denial", "Dahl denies that marines left", "statement", "2031-10-20", "2031-10-20", "day",
     "dahl", "", "", "reported"),
    ("e_ground", "Mission calls reports groundless", "statement", None, None, None,
     "mission", "", "", "denied"),
    ("e_deleg", "Delegation to the League", "meeting", None, None, None,
     "sudria", "league", "", "planned"),
    ("e_branch", "Tarn intelligence backs the account", "intelligence_report", "2031-10-18",
     "2031-10-19", "part", "branch", "", "", "reported"),
    ("e_strike", "Strike kills six at Port Emil", "attack", "2031-10-01", "2031-10-20", "part",
     "tarn", "norland", "Port Emil", "reported"),
    ("e_review", "Review of the arms export ban", "policy_review", None, None, None,
     "", "", "", "reported"),
    ("e_vote", "Lower house votes for pact", "vote", "2031-10-23", "2031-10-23", "day",
     "norland", "", "", "reported"),
    ("e_upper", "Upper house expected to follow", "vote", "2031-10-26", None, "interval",
     "norland", "", "", "planned"),
    ("e_count", "Officials count 3,000 marines", "statement", "2031-10-22", "2031-10-22", "day",
     "america", "", "", "reported"),
    ("e_summit", "Leaders' summit", "meeting", "2031-10-22", "2031-10-24", "interval",
     "norland", "", "", "reported"),
    ("e_repeat", "Ministry repeats its demand", "statement", "2031-10-24", "2031-10-24", "day",
     "sudria", "norland", "", "reported"),
    ("e_ferry", "Ferry line shut", "other", None, "2031-10-12", "interval", "estmark", "", "",
     "reported"),
    ("e_storm", "Storm floods docks of Port Emil", "disaster", "2031-10-25", "2031-10-25", "day",
     "", "", "Port Emil", "reported"),
]  # fmt: skip

# (article, sentence's first words, event, date words, cue, stance, attributed_to)
MENTIONS = [
    ("harbour_post", "Sudria's chancellor", "e_cabinet", "on Friday", "convened", "asserted", ""),
    ("harbour_post", "The Sudrian", "e_bureau", "on Friday", "announced", "asserted", "bureau"),
    ("harbour_post", "The Sudrian", "e_move", "earlier this month", "moved", "confirmed", "bureau"),
    ("harbour_post", "In June", "e_pact", "In June", "signed", "asserted", ""),
    ("harbour_post", "Norland has", "e_arms", "since September 2030", "shipped", "alleged", ""),
    ("harbour_post", "Estmark invaded", "e_invade", "in February 2029", "invaded", "asserted", ""),
    ("harbour_post", "Sudria handed", "e_shells", "in 2030", "handed over", "asserted", ""),
    ("northern_wire", "Sudria summoned", "e_summons", "on Monday", "summoned", "asserted", ""),
    ("northern_wire", "Deputy minister", "e_condemn", "", "condemned", "asserted", "lind"),
    ("northern_wire", "Chancellor Ilse", "e_call", "on Monday", "telephoned", "asserted", ""),
    ("northern_wire", "The League", "e_post", "", "wrote", "asserted", "league"),
    ("northern_wire", "Norland's", "e_denial", "on Monday", "denied", "denied", "dahl"),
    ("northern_wire", "Norland's", "e_move", "", "left", "denied", "dahl"),
    ("northern_wire", "Estmark's", "e_ground", "", "called", "denied", "mission"),
    ("northern_wire", "Sudria will", "e_deleg", "", "send", "planned", ""),
    ("northern_wire", "The Tarn", "e_branch", "over the weekend", "backed", "asserted", "branch"),
    ("northern_wire", "Six marines", "e_strike", "earlier this month", "strike", "asserted", ""),
    ("evening_mail", "The Sudrian", "e_summons", "on Monday", "summoned", "confirmed", ""),
    ("evening_mail", "Marines from", "e_move", "this month", "moved", "asserted", "bureau"),
    ("evening_mail", "Spokesman Per", "e_denial", "on Monday", "saw", "denied", "dahl"),
    ("evening_mail", "A review", "e_review", "", "review", "asserted", ""),
    ("tarn_courier", "Norland's lower", "e_vote", "on Thursday", "voted", "asserted", ""),
    ("tarn_courier", "The upper", "e_upper", "", "expected to follow", "planned", ""),
    ("tarn_courier", "American", "e_count", "on Wednesday", "counted", "asserted", "america"),
    ("tarn_courier", "The leaders'", "e_summit", "from 22 to 24 October 2031", "summit",
     "asserted", ""),
    ("tarn_courier", "Sudria's ministry", "e_repeat", "on Friday", "repeated", "asserted", ""),
    ("tarn_courier", "Until 12", "e_ferry", "Until 12 October 2031", "shut", "asserted", ""),
    ("tarn_courier", "A storm", "e_storm", "25 October 2031", "flooded", "asserted", ""),
    ("tarn_courier", "If the", "e_move", "", "fight", "conditional", ""),
]  # fmt: skip

# (article, sentence's first words, phrase, low, high, bound, unit, state, claimant, text, more)
ESTIMATES: list[tuple[Any, ...]] = [
    ("harbour_post", "The Sudrian", "1,500 marines", 1500, 1500, "exact", "troops", "deployed",
     "bureau", "The Sudrian Signals Bureau", {"event_id": "e_move"}),
    ("harbour_post", "Chancellor Ilse", "at least 1,500 marines", 1500, None, "at_least",
     "troops", "deployed", "brandt", "Chancellor Ilse Brandt", {"event_id": "e_move"}),
    ("harbour_post", "A further", "A further 4,000", 4000, 4000, "exact", "troops", "preparing",
     "bureau", "the bureau", {"is_increment": True}),
    ("harbour_post", "The bureau", "approximately 9,000 troops", 9000, 9000, "approximate",
     "troops", "preparing", "bureau", "The bureau", {}),
    ("harbour_post", "The bureau", "three brigades", 3, 3, "exact", "brigades", "preparing",
     "bureau", "The bureau", {}),
    ("harbour_post", "Sudria handed", "more than 300,000 shells", 300000, None, "more_than",
     "shells", "supplied", "", "", {"event_id": "e_shells"}),
    ("northern_wire", "As many", "As many as 9,000 marines", None, 9000, "at_most", "troops",
     "deployed", "tarn", "some Tarn officers", {"stance": "alleged"}),
    ("northern_wire", "Six marines", "Six marines were killed", 6, 6, "exact", "people", "killed",
     "", "", {"event_id": "e_strike"}),
    ("evening_mail", "Marines from", "1,500", 1500, 1500, "exact", "troops", "deployed",
     "bureau", "Sudria's Signals Bureau", {"event_id": "e_move"}),
    ("tarn_courier", "American", "3,000 marines", 3000, 3000, "exact", "troops", "deployed",
     "america", "American officials", {"event_id": "e_count"}),
    ("tarn_courier", "Between", "Between 3,000 and 5,000 marines", 3000, 5000, "between",
     "troops", "deployed", "branch", "the Tarn staff", {"relayed_by": "tarn"}),
    ("tarn_courier", "Dozens", "Dozens of marines", None, None, "vague", "troops", "deployed",
     "", "", {}),
]  # fmt: skip


def tables() -> dict[type[Table], pd.DataFrame]:
    """Every table of the story in its declared types."""
    mentions = [_mention(n, *row) for n, row in enumerate(MENTIONS)]
    raw: dict[type[Table], list[dict[str, Any]]] = {
        Articles: [_article(row) for row in ARTICLES],
        Mentions: mentions,
        Events: [_event(row, mentions) for row in EVENTS],
        Estimates: [_estimate(n, *row) for n, row in enumerate(ESTIMATES)],
        Actors: [_actor(row) for row in ACTORS],
        Findings: list(_findings(mentions)),
        Problems: [_problem()],
    }
    return {table: conform(pd.DataFrame(rows), table) for table, rows in raw.items()}


def _findings(mentions: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The date words of the mentions, the phrases of the estimates, and names where they stand."""
    for row in mentions:
        if row["date_text"]:
            yield _finding(
                row["article_id"], row["date_start"], row["date_text"], "date", row["edtf"]
            )
    for number, estimate in enumerate(ESTIMATES):
        row = _estimate(number, *estimate)
        yield _finding(
            row["article_id"], row["phrase_start"], row["phrase"], "figure", str(row["low"])
        )
    for article_id, text in TEXTS.items():
        for actor_id, name, *_ in ACTORS:
            if (at := text.find(name)) >= 0:
                yield _finding(article_id, at, name, "actor", actor_id)


def _finding(article_id: str, start: int, text: str, kind: str, value: str) -> dict[str, Any]:
    return {
        "article_id": article_id, "start": start, "end": start + len(text), "text": text,
        "kind": kind, "value": value, "rule": "golden",
    }  # fmt: skip


def published(article_id: str) -> str:
    return next(row["published_day"] for row in ARTICLES if row["article_id"] == article_id)


def sentence_span(article_id: str, opening: str) -> tuple[int, int]:
    """The sentence that begins with *opening*: up to the next full stop before a space."""
    text = TEXTS[article_id]
    start = text.index(opening)
    ends = [text.find(stop, start) for stop in (". ", ".\n")]
    return start, min([end + 1 for end in ends if end >= 0], default=len(text))


def _article(row: dict[str, Any]) -> dict[str, Any]:
    text = TEXTS[row["article_id"]]
    blank = {"url": "", "derived_from": "", "basis_note": ""}
    # What retells another counts as one publisher with it.
    group = {"publisher_group": row.get("derived_from") or row["article_id"]}
    counted = {"word_count": len(text.split()), "sha256": hashlib.sha256(text.encode()).hexdigest()}
    return blank | group | counted | row


def _event(row: tuple[Any, ...], mentions: list[dict[str, Any]]) -> dict[str, Any]:
    event_id, title, kind, first, last, precision, actors, targets, place, status = row
    articles = {m["article_id"] for m in mentions if m["event_id"] == event_id}
    days = sorted(published(article_id) for article_id in articles)
    # The evening paper retells the wire, so it adds no publisher where the wire tells it too.
    retellings = {"evening_mail"} if "northern_wire" in articles else set()
    return {
        "event_id": event_id, "title": title, "kind": kind, "plover": "",
        "first_day": first, "last_day": last, "precision": precision,
        "edtf": edtf(first, last), "actor_ids": actors, "target_ids": targets, "place": place,
        "status": status, "article_count": len(articles),
        "publisher_count": len(articles - retellings),
        "first_reported_day": days[0], "last_reported_day": days[-1],
        "corrected": "", "correction_reason": "", "is_hidden": False,
    }  # fmt: skip


def edtf(first: str | None, last: str | None) -> str:
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or '..'}/{last or '..'}"


def _mention(
    number: int, article_id: str, opening: str, event_id: str, date_text: str, cue: str,
    stance: str, voices: str,
) -> dict[str, Any]:  # fmt: skip
    text = TEXTS[article_id]
    start, end = sentence_span(article_id, opening)
    event = next(row for row in EVENTS if row[0] == event_id)
    date_at = text.index(date_text, start, end) if date_text else None
    cue_at = text.index(cue, start, end)
    dated = bool(date_text)
    return {
        "mention_id": f"{article_id}-{number:02d}", "event_id": event_id,
        "article_id": article_id, "sentence_start": start, "sentence_end": end,
        "sentence": text[start:end], "date_text": date_text, "date_start": date_at,
        "date_end": date_at + len(date_text) if date_at is not None else None,
        "first_day": event[3] if dated else None, "last_day": event[4] if dated else None,
        "precision": event[5] if dated else None,
        "edtf": edtf(event[3], event[4]) if dated else "",
        "date_basis": "relative" if dated else "none", "kind": event[2], "actor_ids": event[6],
        "target_ids": event[7], "place": event[8], "stance": stance, "attributed_to": voices,
        "date_rule": "weekday" if "day" in date_text else "stated" if dated else "",
        "kind_rule": cue, "cue_start": cue_at, "cue_end": cue_at + len(cue),
        "stance_rule": "plain", "merge_rule": "same day, kind and actor", "title": event[1],
    }  # fmt: skip


def _estimate(
    number: int, article_id: str, opening: str, phrase: str, low: float | None,
    high: float | None, bound: str, unit: str, state: str, claimant: str, claimant_text: str,
    more: dict[str, Any],
) -> dict[str, Any]:  # fmt: skip
    text = TEXTS[article_id]
    start, end = sentence_span(article_id, opening)
    at = text.index(phrase, start, end)
    return {
        "estimate_id": f"{article_id}-q{number:02d}", "event_id": "", "article_id": article_id,
        "sentence_start": start, "sentence_end": end, "sentence": text[start:end],
        "phrase": phrase, "phrase_start": at, "phrase_end": at + len(phrase), "low": low,
        "high": high, "bound": bound, "unit": unit, "force_id": "norland", "state": state,
        "claimant": claimant, "relayed_by": "", "stance": "asserted", "as_of_first": None,
        "as_of_last": published(article_id), "reported_day": published(article_id),
        "as_of_basis": "report", "rule": "number", "state_rule": state,
        "claimant_text": claimant_text, "is_increment": False, "part_of": None,
    } | more  # fmt: skip


def _actor(row: tuple[str, str, str, str]) -> dict[str, Any]:
    actor_id, name, kind, country = row
    count = sum(actor_id in f"{event[6]};{event[7]}".split(";") for event in EVENTS)
    return {"actor_id": actor_id, "name": name, "kind": kind, "country": country,
            "mention_count": count}  # fmt: skip


def _problem() -> dict[str, Any]:
    words = "soon"
    at = TEXTS["northern_wire"].index(words)
    return {"article_id": "northern_wire", "start": at, "end": at + len(words), "text": words,
            "kind": "unresolved_date", "reason": "names no day"}  # fmt: skip
