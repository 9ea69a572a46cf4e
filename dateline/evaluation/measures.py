"""The measures of an evaluation, in the order they are shown, each with what it counts.

A found mention can be paired with an answer when its sentence holds the answer's words and it has
the same days or the same kind; each is in one pair at most, and the best pairs go first (days, then
kind, then a cue inside the answer's words, then stance). A found estimate pairs with the answer
whose phrase it overlaps.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: the share of cases that are right, or the F1 of two such shares."""

    name: str
    title: str
    meaning: str

    @property
    def is_f1(self) -> bool:
        return self.name.endswith(" F1")


MEASURES: tuple[Measure, ...] = (
    Measure(
        "dated P",
        "Dated mentions, precision",
        "Of the dated mentions in the tables, those that an answer lists with the same first and "
        "last day.",
    ),
    Measure(
        "dated R",
        "Dated mentions, recall",
        "Of the dated mentions in the answers, those in the tables with the same first and last "
        "day.",
    ),
    Measure(
        "dated F1", "Dated mentions, F1", "The harmonic mean of that precision and that recall."
    ),
    Measure(
        "undated R",
        "Undated mentions, recall",
        "Of the undated mentions in the answers, those in the tables with the right kind and no "
        "day. The answers list only the clearly told ones, so there is no precision.",
    ),
    Measure("kind", "Kind", "Of the dated mentions found, those of the right kind."),
    Measure(
        "stance",
        "Stance",
        "Of all mentions found, those with the right stance: asserted, denied, planned and so on.",
    ),
    Measure(
        "estimates P",
        "Estimates, precision",
        "Of the estimates in the tables, those that an answer lists with the same low and high "
        "end and bound.",
    ),
    Measure(
        "estimates R",
        "Estimates, recall",
        "Of the estimates in the answers, those in the tables with the same low and high end and "
        "bound.",
    ),
    Measure(
        "estimates F1", "Estimates, F1", "The harmonic mean of that precision and that recall."
    ),
    Measure(
        "state",
        "State",
        "Of the estimates paired with an answer, those with the right state: deployed, killed "
        "and so on.",
    ),
    Measure(
        "claimant",
        "Claimant",
        "Of the estimates paired with an answer, those claimed by the right one, by id or by the "
        "words of the name; an empty claimant is right only where the answer has none.",
    ),
    Measure("unit", "Unit", "Of the estimates paired with an answer, those of the right unit."),
    Measure(
        "merging P",
        "Merging, precision",
        "Of the pairs of found mentions that share an event, those that tell one event.",
    ),
    Measure(
        "merging R",
        "Merging, recall",
        "Of the pairs of found mentions that tell one event, those that share an event.",
    ),
    Measure("merging F1", "Merging, F1", "The harmonic mean of that precision and that recall."),
)
