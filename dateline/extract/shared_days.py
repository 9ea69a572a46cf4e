"""Whether two tellings of one sentence share a day: at an occasion, or by verbs that are joined."""

import re

from dateline.extract.clauses import Break
from dateline.model import Span

_FRAME = re.compile(r"\b(?:in|during|at|after|following|on|with|by|over)\b", re.IGNORECASE)


def is_framed(sentence: str, frame: Span, date: Span, told: Span) -> bool:
    """Whether *told* happened at the dated *frame*: "In a call on Monday, she said ..."."""
    return (
        frame.start < told.start
        and date.end <= told.start
        and bool(_FRAME.match(sentence.lstrip('“"')))
        and frame.start < 60
        and "," in sentence[date.end : told.start]
    )


_DURING = re.compile(r"\b(?:during|at|on)\s(?:a|an|the|his|her|its|their)\s[^,;]{0,40}\Z")


_DURING_LEAD = re.compile(r"\b(?:during|at)\s(?:a|an|the|his|her|its|their)\s\Z")


def is_during(sentence: str, told: Span, frame: Span, date: Span) -> bool:
    """Whether *told* happened at a dated occasion behind it: "signed it during a June visit"."""
    if told.end > min(frame.start, date.start):
        # "who during a June visit sealed it"
        lead = sentence[max(0, min(frame.start, date.start) - 40) : min(frame.start, date.start)]
        between = sentence[max(frame.end, date.end) : told.start]
        return (
            bool(_DURING_LEAD.search(lead))
            and len(between) <= 60
            and not re.search(r"[;,]|\bthat\b", between)
        )
    between = sentence[told.end : frame.start]
    return bool(_DURING.search(between)) and not re.search(r"[;,]|\bthat\b", between)


_TOGETHER = re.compile(r"\b(?:as|while)\s(?:[\w’'-]+\s){0,4}\Z")
_JOINED = re.compile(r"(?:\band(?:\s(?:he|she|it|they|both|the two))?|,)\s\Z")


def is_simultaneous(sentence: str, dated: Span, told: Span, breaks: list[Break]) -> bool:
    """Whether *told* shares the day of *dated*: "demanded ... as it summoned", "met and signed"."""
    if dated.end > told.start:
        return False
    between = sentence[dated.end : told.start]
    inner = [brk.word for brk in breaks if dated.end <= brk.span.start < told.start]
    if _TOGETHER.search(between):
        return not {"that", "which", "who", "because", "after", "before"} & set(inner)
    # Joined verbs: "met and signed", "summoned the envoy, protested, and demanded". What is dated
    # inside a parenthesis ("who signed it in June, said") does not date the verb behind it.
    before = [brk.word for brk in breaks if brk.span.end <= dated.start and brk.word != ","]
    if before and before[-1] in {"who", "which", "whose", "where"}:
        return False
    return bool(_JOINED.search(between)) and not set(inner) - {",", "and"}
