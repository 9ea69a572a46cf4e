"""Made-up stories of any size: what is measured, and what charts are tested on.

    python bench/generated.py EVENTS FOLDER [CLAIMS]

writes the tables of a story with so many events, the same ones on every run: a few years of
articles, each telling fifty events; every third event is told by two more articles; some days are
in doubt, some events open-ended, undated, denied or planned. CLAIMS of the events, none by default,
give a number of troops, shells or ships, with every bound and state.
"""

import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dateline import store
from dateline.model import Bound, DateRange, EventKind, Precision, State
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
    empty,
)

FIRST_DAY = date(2021, 1, 1)
DAYS = 1200
PER_ARTICLE = 50
STATES = ("Norland", "Sudria", "Estmark", "Tarn", "Westmark", "Ostia", "Kell", "Varn", "Lund")
NAMES = ("ministry", "army", "port authority", "union", "court", "observer group")
DEEDS = tuple(EventKind)
BOUNDS = {  # the words before the number, and which of its ends they give
    Bound.EXACT: ("", True, True), Bound.APPROXIMATE: ("about ", True, True),
    Bound.AT_LEAST: ("at least ", True, False), Bound.MORE_THAN: ("more than ", True, False),
    Bound.AT_MOST: ("up to ", False, True), Bound.LESS_THAN: ("fewer than ", False, True),
    Bound.BETWEEN: ("", True, True),
}  # fmt: skip
PLACES = ("", "", "Port Emil", "Tarn valley", "Kell bridge")


def tables(
    count: int, seed: int = 7, claims: int = 0
) -> tuple[dict[type[Table], pd.DataFrame], dict[str, str]]:
    """Every table of a story with *count* events, and the text of each article."""
    chance, claiming = Random(seed), Random(seed + 1)
    actors = list(_actors())
    articles = max(3, count // PER_ARTICLE)
    published = [
        FIRST_DAY + timedelta(days=number * DAYS // articles) for number in range(articles)
    ]
    texts: list[list[str]] = [[] for _ in range(articles)]
    at = [0] * articles
    events, mentions, estimates = [], [], []
    for number in range(count):
        home = number * articles // count
        event = _event(number, published[home], actors, chance)
        tellers = [home]
        if number % 3 == 0:
            tellers += [(home + step) % articles for step in (1, 2)]
        for order, teller in enumerate(sorted(set(tellers))):
            claim = None
            if order == 0 and number * claims // count < (number + 1) * claims // count:
                claim = _claim(claiming)
            told = f" of {claim['phrase']}" if claim else ""
            sentence = f"{event['title']}, note {number} says{told}."
            mention = _mention(event, number, order, teller, sentence, at[teller])
            texts[teller].append(sentence)
            at[teller] += len(sentence) + 1
            mentions.append(mention)
            if claim:
                estimates.append(claim | _of_mention(mention, claim, published[teller]))
        days = [published[teller] for teller in tellers]
        event |= {
            "article_count": len(set(tellers)), "publisher_count": len(set(tellers)),
            "first_reported_day": min(days), "last_reported_day": max(days),
        }  # fmt: skip
        events.append(event)
    whole = {f"a{number:06d}": " ".join(parts) or "Nothing." for number, parts in enumerate(texts)}
    rows = [
        {
            "article_id": name, "title": f"Report {number}", "publisher": f"Paper {number % 23}",
            "published_day": published[number], "published_basis": "stated", "url": "",
            "word_count": len(text.split()), "sha256": "0" * 64, "derived_from": "",
            "basis_note": "", "publisher_group": name,
        }
        for number, (name, text) in enumerate(whole.items())
    ]  # fmt: skip
    frames = {
        Articles: rows, Mentions: mentions, Events: events, Actors: actors, Estimates: estimates
    }  # fmt: skip
    found = {
        table: conform(pd.DataFrame(given), table) if given else empty(table)
        for table, given in frames.items()
    }
    return {**found, **{each: empty(each) for each in (Findings, Problems)}}, whole


def _actors() -> list[dict[str, Any]]:
    found = []
    for number, state in enumerate(STATES):
        code, name = f"X{chr(65 + number)}X", state.lower()
        found.append((name, state, "state", code))
        found += [(f"{name}_{body.replace(' ', '_')}", f"{state} {body}", "body", code)
                  for body in NAMES]  # fmt: skip
    columns = ("actor_id", "name", "kind", "country")
    return [dict(zip(columns, row, strict=True)) | {"mention_count": 1} for row in found]


def _event(number: int, told: date, actors: list[dict[str, Any]], chance: Random) -> dict[str, Any]:
    kind = DEEDS[chance.randrange(len(DEEDS))]
    # The busy are busier: most events fall to few.
    who = actors[int(len(actors) * chance.random() ** 2)]
    about = actors[chance.randrange(len(actors))]
    reading = _days(told, chance)
    status = chance.choices(
        ("reported", "confirmed", "contested", "denied", "planned"), (80, 8, 5, 3, 4)
    )
    return {
        "event_id": f"e{number:07d}", "title": f"{who['name']} and {about['name']}: {kind}",
        "kind": str(kind), "plover": "",
        "first_day": reading and reading.first, "last_day": reading and reading.last,
        "precision": reading and str(reading.precision), "edtf": reading.edtf if reading else "",
        "actor_ids": who["actor_id"], "target_ids": about["actor_id"],
        "place": PLACES[chance.randrange(len(PLACES))], "status": status[0],
        "corrected": "", "correction_reason": "", "is_hidden": False,
    }  # fmt: skip


def _days(told: date, chance: Random) -> DateRange | None:
    day = told - timedelta(days=int(60 * chance.random() ** 3))
    match chance.choices(("day", "week", "month", "span", "since", "none"), (70, 8, 8, 4, 2, 8))[0]:
        case "day":
            return DateRange.day(day)
        case "week":
            return DateRange.around(day, Precision.WEEK)
        case "month":
            return DateRange.around(day, Precision.MONTH)
        case "span":
            return DateRange(day, day + timedelta(days=9), Precision.INTERVAL)
        case "since":
            return DateRange(day, None, Precision.INTERVAL)
        case _:
            return None


def _mention(
    event: dict[str, Any], number: int, order: int, teller: int, sentence: str, start: int
) -> dict[str, Any]:
    denied = event["status"] == "denied" or (event["status"] == "contested" and order > 0)
    stance = {"planned": "planned", "confirmed": "confirmed"}.get(event["status"], "asserted")
    same = ("event_id", "first_day", "last_day", "precision", "edtf", "kind", "actor_ids",
            "target_ids", "place", "title")  # fmt: skip
    return {name: event[name] for name in same} | {
        "mention_id": f"m{number:07d}-{order}", "article_id": f"a{teller:06d}",
        "sentence_start": start, "sentence_end": start + len(sentence), "sentence": sentence,
        "date_text": "", "date_start": None, "date_end": None,
        "date_basis": "inherited" if event["edtf"] else "none",
        "stance": "denied" if denied else stance, "attributed_to": "", "date_rule": "",
        "kind_rule": "", "cue_start": start, "cue_end": start + 3, "stance_rule": "",
        "merge_rule": "",
    }  # fmt: skip


def _claim(chance: Random) -> dict[str, Any]:
    """What a claim says of how many, before anybody says it."""
    unit = chance.choices(("troops", "shells", "ships"), (80, 15, 5))[0]
    number = float(round(10 ** chance.uniform(2, 4.3), -2))
    bound = chance.choice(tuple(BOUNDS))
    words, has_low, has_high = BOUNDS[bound]
    second = f" to {number * 2:,.0f}" if bound is Bound.BETWEEN else ""
    return {
        "phrase": f"{words}{number:,.0f}{second} {unit}", "unit": unit, "bound": str(bound),
        "low": number if has_low else None,
        "high": (number * 2 if bound is Bound.BETWEEN else number) if has_high else None,
        "state": str(chance.choice(tuple(State))), "is_increment": chance.random() < 0.05,
        "part_of": None,
    }  # fmt: skip


def _of_mention(mention: dict[str, Any], claim: dict[str, Any], reported: date) -> dict[str, Any]:
    """Where a claim stands, who makes it, and of which day it speaks."""
    same = ("event_id", "article_id", "sentence_start", "sentence_end", "sentence", "stance")
    start = mention["sentence_start"] + mention["sentence"].index(claim["phrase"])
    return {name: mention[name] for name in same} | {
        "estimate_id": f"q{mention['mention_id']}",
        "phrase_start": start, "phrase_end": start + len(claim["phrase"]),
        "force_id": mention["target_ids"], "claimant": mention["actor_ids"], "relayed_by": "",
        "as_of_first": mention["first_day"], "as_of_last": mention["last_day"],
        "reported_day": reported, "as_of_basis": "claim" if mention["edtf"] else "report",
        "rule": "", "state_rule": "", "claimant_text": "",
    }  # fmt: skip


def main() -> None:
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    claims = int(sys.argv[3]) if len(sys.argv) == 4 else 0
    store.write_tables(*tables(count, claims=claims), folder)
    print(f"{count} events and {claims} claims in {folder}")


if __name__ == "__main__" and len(sys.argv) in (3, 4):
    main()
