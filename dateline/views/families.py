"""Kinds of event in the few families that a legend can hold."""

from enum import StrEnum

import pandas as pd

from dateline.model import EventKind, Stance, Status
from dateline.views.ids import mapped


class Family(StrEnum):
    """What a mark's colour and shape say. The value is what stands in the URL."""

    LAW = "law"
    INTELLIGENCE = "intelligence"
    FORCE = "force"
    DIPLOMACY = "diplomacy"
    STATEMENT = "statement"
    DENIAL = "denial"
    INCIDENT = "incident"
    OTHER = "other"


FAMILY_NAMES = {
    Family.LAW: "Agreements, law",
    Family.INTELLIGENCE: "Intelligence",
    Family.FORCE: "Forces, arms",
    Family.DIPLOMACY: "Diplomacy",
    Family.STATEMENT: "Statements",
    Family.DENIAL: "Denials",
    Family.INCIDENT: "Incidents",
    Family.OTHER: "Other",
}

FAMILY_OF_KIND = {
    EventKind.AGREEMENT: Family.LAW,
    EventKind.VOTE: Family.LAW,
    EventKind.ELECTION: Family.LAW,
    EventKind.SANCTION: Family.LAW,
    EventKind.POLICY_REVIEW: Family.LAW,
    EventKind.INTELLIGENCE_REPORT: Family.INTELLIGENCE,
    EventKind.DEPLOYMENT: Family.FORCE,
    EventKind.ARMS_TRANSFER: Family.FORCE,
    EventKind.ATTACK: Family.FORCE,
    EventKind.MEETING: Family.DIPLOMACY,
    EventKind.CALL: Family.DIPLOMACY,
    EventKind.SUMMONS: Family.DIPLOMACY,
    EventKind.STATEMENT: Family.STATEMENT,
    EventKind.DISASTER: Family.INCIDENT,
    EventKind.ACCIDENT: Family.INCIDENT,
    EventKind.LABOUR_ACTION: Family.INCIDENT,
    EventKind.CYBER_INCIDENT: Family.INCIDENT,
    EventKind.RECALL: Family.INCIDENT,
    EventKind.RESCUE: Family.INCIDENT,
    EventKind.OTHER: Family.OTHER,
}


def kind_name(kind: str) -> str:
    return kind.replace("_", " ").capitalize()


def families(events: pd.DataFrame, mentions: pd.DataFrame) -> pd.Series:
    """The family of each event, in the order of *events*.

    A statement is a denial when what it says is a denial: the event itself is then no less certain
    for it, so its status does not decide, its mentions' stance does.
    """
    denied = mentions[mentions["stance"] == Stance.DENIED]["event_id"]
    is_statement = events["kind"] == EventKind.STATEMENT
    denial = is_statement & (events["event_id"].isin(denied) | (events["status"] == Status.DENIED))
    by_kind = mapped(events["kind"], lambda kind: str(FAMILY_OF_KIND[EventKind(kind)]))
    return by_kind.mask(denial, str(Family.DENIAL))
