"""The event in a few words of its sentence, short enough for a label and a list."""

import re

from dateline.extract.clauses import Break
from dateline.extract.sayings import noun_phrase_before
from dateline.model import Span

LONGEST = 76

_END = re.compile(
    r"[;:—]|,\s|\s(?:that|which|who|where|while|although|because|amid|despite|adding|saying|as|"
    r"after|before|when|following|citing|but)\s|\sin response\s|\s\("
)
_NOUN_END = re.compile(_END.pattern + r"|\s(?:and|or|will|would|have|has|had|is|was|were)\s")
_GOVERNED = re.compile(r"(?P<noun>(?:[\w’'-]+\s){1,3})(?:from|of)\s(?:the\s)?\Z")
_DATE_LEAD = re.compile(
    r",?\s*\b(?:(?:on|in|by|at|since|from|until|during|over|earlier|late|early|back|as of|of|"
    r"through|throughout|for|last|this|next|the)\s+)*\Z",
    re.IGNORECASE,
)
_NOUN_LEAD = re.compile(r"(?:[A-Za-z.’'“-]+\s){0,4}\Z")
_STOP_WORDS = frozenset(
    "a an the in on at of by to for with from during after before following and or as its his her "
    "their this that these which who into over since until if while".split()
)


def title_of(
    sentence: str, cue: Span, is_verb: bool, chain: str, subject: str, subject_at: Span | None,
    dates: list[Span], breaks: list[Break],
) -> str:
    """A title of at most `LONGEST` characters, made of the sentence's own words.

    *subject* is put in front where the sentence keeps it far from the verb.
    """
    start = cue.start - len(chain) if is_verb else _noun_start(sentence, cue.start)
    # A "that" right behind a verb of saying leads into what the title has to tell.
    end = _end(sentence, cue.end + (6 if is_verb else 0), is_verb)
    body = _cut_dates(sentence, Span(start, end), dates)
    if subject_at and (lead := _GOVERNED.search(sentence[: subject_at.start])):
        # "personnel from the North were sent": the title begins with the personnel.
        subject_at = Span(lead.start("noun"), subject_at.end)
    if subject_at and subject_at.end <= start and start - subject_at.end <= 30:
        between = sentence[subject_at.end : start]
        if "," not in between and ")" not in between:
            body = _cut_dates(sentence, Span(subject_at.start, end), dates)
            return _tidy(body)
    if is_verb and not subject:
        lead = noun_phrase_before(sentence, start)
        if lead and len(lead.split()) <= 7:
            body = f"{_cut_dates(lead, Span(0, len(lead)), [])} {body}"
    if subject and subject.lower() not in body.lower():
        return _tidy(f"{subject}{' ' if is_verb else ': '}{body.strip()}")
    return _tidy(body)


def quoted_title(speaker: str, verb: str, said: str) -> str:
    """A title for words that stand in front of their speaker: "Kim said: ..."."""
    words = said.strip(" ,")
    return _tidy(f"{speaker} {verb}: {words}")


def _noun_start(sentence: str, start: int) -> int:
    """Back over the adjectives of a noun: "emergency security | meeting"."""
    lead = _NOUN_LEAD.search(sentence[:start])
    words = lead[0].split() if lead else []
    kept = 0
    for word in reversed(words):
        if word.lower().strip("“\"'") in _STOP_WORDS:
            break
        kept += len(word) + 1
    return start - kept


def _end(sentence: str, position: int, is_verb: bool) -> int:
    """The end of the clause, in words that fit."""
    match = (_END if is_verb else _NOUN_END).search(sentence, position)
    end = match.start() if match else len(sentence)
    return end


def _cut_dates(sentence: str, span: Span, dates: list[Span]) -> str:
    """The words of *span* without its date expressions and the prepositions that lead to them."""
    pieces, at = [], span.start
    for date in sorted(dates):
        if date.start >= at and date.end <= span.end:
            front = sentence[at : date.start]
            lead = _DATE_LEAD.search(front)
            pieces.append(front[: lead.start()] if lead else front)
            at = date.end
    pieces.append(sentence[at : span.end])
    return "".join(pieces)


def _tidy(words: str) -> str:
    title = re.sub(r"\s+", " ", words).strip(" ,.;:—-“\"")
    if len(title) > LONGEST:
        title = title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,.;:—-")
        while title.rsplit(" ", 1)[-1].lower().strip("“\"") in _STOP_WORDS:
            title = title.rsplit(" ", 1)[0]
        title += "…"
    if title.count("“") > title.count("”"):
        title += "”"
    return title[:1].upper() + title[1:]
