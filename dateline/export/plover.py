"""Events as PLOVER records (Political Language Ontology for Verifiable Event Records), JSON Lines.

The field names are those of the manual's draft 0.8 (https://github.com/openeventdata/PLOVER), which
calls who acts ``source``; data sets made with it say ``actor``, so both are there. A record is an
event; its first telling is in ``text_info`` and ``cite_info``, every other one under ``mentions``.
Texts are named by offsets, not copied: the manual leaves ``text`` to whoever holds the rights.
"""

import json
from typing import Any

from dateline import lexicon
from dateline.export.dated import UNDATED, Event, first_day, is_exact, last_day, when_words
from dateline.export.shown import Exported, Shown
from dateline.export.tellings import Tellings
from dateline.model import Stance, Status
from dateline.views.days import as_day
from dateline.views.ids import split

VERSION = "PLOVER 0.8 (draft)"
NO_TYPE = "its kind has no PLOVER event type"
# PLOVER's own fourfold: verbal and material cooperation, verbal and material conflict.
QUADS = {
    1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    2: {"COOPERATE", "AID", "RETREAT"},
    3: {"DEMAND", "ACCUSE", "REJECT", "THREATEN"},
    4: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}


def plover(shown: Shown, tellings: Tellings) -> Exported:
    """PLOVER 0.8 as JSON Lines; an event needs a day and a kind that PLOVER codes."""
    actors = shown.story.actors.set_index("actor_id").to_dict("index")
    lines, undated, untyped = [], 0, 0
    for event in shown.rows.to_dict("records"):
        if event["plover"] == "":
            untyped += 1
        elif _is_undated(event):
            undated += 1
        else:
            record = _record(event, tellings.of_event(event["event_id"]), actors, shown.version)
            lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    content = "".join(lines).encode("utf-8", "replace")
    return Exported(content, {UNDATED: undated, NO_TYPE: untyped})


def _is_undated(event: Event) -> bool:
    return as_day(event["first_day"]) is None and as_day(event["last_day"]) is None


def _record(
    event: Event, told: list[dict[str, Any]], actors: dict[Any, Any], version: str
) -> dict[str, Any]:
    kind, stances = str(event["kind"]), {row["stance"] for row in told}
    who = _actors(event["actor_ids"], actors)
    places = [_telling(row, version) for row in told]
    first, *others = places or [{"text_info": {}, "cite_info": {}}]
    return {
        "id": event["event_id"],
        "date": first_day(event).isoformat(),
        "enddate": last_day(event).isoformat(),
        "source": who,
        "actor": who,
        "recipient": _actors(event["target_ids"], actors),
        "event": [event["plover"]],
        "mode": _listed("modes", kind),
        "context": [*_listed("contexts", kind), *_special(event, stances)],
        "quad_code": next(code for code, types in QUADS.items() if event["plover"] in types),
        "event_loc": {"name": event["place"]} if event["place"] else {},
        **first,
        "mentions": others,
        "comment": _comment(event),
    }


def _actors(cell: str, actors: dict[Any, Any]) -> list[dict[str, str]]:
    found = []
    for actor_id in split(cell):
        about = actors.get(actor_id, {})
        code = about.get("country") or ("IGO" if about.get("kind") == "body" else "")
        found.append(
            {"code": code, "identifier_id": actor_id, "identifier_text": about.get("name", "")}
        )
    return found


def _listed(table: str, kind: str) -> list[str]:
    value = lexicon.table("plover").get(table, {}).get(kind, "")
    return [value] if value else []


def _special(event: Event, stances: set[str]) -> list[str]:
    """PLOVER's special contexts: what has not happened, might, or did not."""
    found = []
    if event["status"] == Status.PLANNED:
        found.append("future")
    if stances == {Stance.CONDITIONAL}:
        found.append("hypothetical")
    if event["status"] == Status.DENIED:
        found.append("negation")
    return found


def _telling(row: dict[str, Any], version: str) -> dict[str, Any]:
    return {
        "text_info": {"start": int(row["sentence_start"]), "end": int(row["sentence_end"])},
        "cite_info": {
            "citation": row["article_id"],
            "title": row["article_title"],
            "publication": row["publisher"],
            "url": row["url"],
            "published": row["published_day"].date().isoformat(),
            "language": "en",
            "coder": "Dateline",
            "codebook": VERSION,
            "version": version,
        },
    }


def _comment(event: Event) -> str:
    """What PLOVER has no field for: how well the day is known, and how the event stands."""
    said = [str(event["title"]), str(event["status"])]
    if not is_exact(event):
        said.append(f"{when_words(event)} ({event['edtf']})")
    return "; ".join(said)
