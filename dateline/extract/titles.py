"""The event in a few words of its sentence, short enough for a label and a list."""

import re
from dataclasses import dataclass

from dateline import lexicon
from dateline.extract.speakers import phrase_start
from dateline.model import Span

LONGEST = 76
# The longest noun phrase in front of a verb that a title takes over.
LEAD_WORDS = 11

_END = re.compile(
    r"[;:—]|,\s|\s(?:that|which|who|where|while|although|because|amid|despite|adding|saying|as|"
    r"after|before|when|following|citing|but)\s|\sin response\s|\s\("
)
_SAYING_END = re.compile(r"[;—]|,\s(?:and|but|while|although|adding|saying|who|which)\s|\s\(")
_NOUN_END = re.compile(_END.pattern + r"|\s(?:and|or|will|would|have|has|had|is|was|were)\s")
_GOVERNED = re.compile(r"(?P<noun>(?:[\w’',-]+\s){1,3})(?:from|of)\s(?:the\s)?\Z")
_DATE_LEAD = re.compile(
    r",?\s*\b(?:(?:on|in|by|at|since|from|until|during|over|earlier|late|early|back|as of|of|"
    r"through|throughout|for|last|this|next|the)\s{1,3}){0,6}\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A\s*(?:an?|the)\s")
_NOUN_LEAD = re.compile(r"(?:[A-Za-z.’'“-]+\s){0,4}\Z")
_STOP_WORDS = frozenset(lexicon.table("function_words")["title_end"].split())


@dataclass(frozen=True, slots=True)
class Subject:
    """Who the title begins with: the name to show, and where it stands, if it can be quoted."""

    name: str
    span: Span | None


def title_of(
    sentence: str,
    cue: Span,
    chain: str | None,
    subject: Subject | None,
    dates: list[Span],
    is_saying: bool = False,
    is_caused: bool = False,
) -> str:
    """A title of at most `LONGEST` characters, made of the sentence's own words.

    *chain* is what stands before a verb ("has been "), None for a noun. *subject* is put in front
    where the sentence keeps it far from its verb.
    """
    is_verb = chain is not None
    start = cue.start - len(chain) if chain is not None else _noun_start(sentence, cue.start)
    end = _end(sentence, cue.end, is_verb, is_saying)
    if is_caused and subject:
        # "led her to call a meeting": what was called, without a verb that sounds like a plan.
        what = _cut_dates(sentence, Span(cue.end, end), dates)
        return _tidy(f"{subject.name}: {_ARTICLE.sub('', what)}")
    if start and sentence[start - 1] in '“"':
        start -= 1
    if subject is None:
        return _tidy(_cut_dates(sentence, Span(_lead(sentence, start, is_verb), end), dates))
    if subject.span and subject.span.end <= start:
        governed = _GOVERNED.search(sentence[: subject.span.start])
        first = governed.start("noun") if governed else subject.span.start
        between = sentence[subject.span.end : start]
        if len(between) <= 30 and "," not in between and ")" not in between:
            return _tidy(_cut_dates(sentence, Span(first, end), dates))
    body = _cut_dates(sentence, Span(start, end), dates)
    is_inside = subject.span is not None and start <= subject.span.start < end
    if is_inside or subject.name.lower() in body.lower():
        return _tidy(body)
    return _tidy(f"{subject.name}{' ' if is_verb else ': '}{body.strip()}")


def _lead(sentence: str, start: int, is_verb: bool) -> int:
    """Where the noun phrase in front of a verb begins; *start* itself where it is long."""
    if not is_verb:
        return start
    first = phrase_start(sentence, start)
    return first if len(sentence[first:start].split()) <= LEAD_WORDS else start


def clause_title(sentence: str, clause: Span, dates: list[Span]) -> str:
    """A title for a clause as it stands, without its date words."""
    return _tidy(_cut_dates(sentence, clause, dates))


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


def _end(sentence: str, position: int, is_verb: bool, is_saying: bool) -> int:
    """The end of the clause; of a saying, the end of what is said."""
    if is_saying:
        match = _SAYING_END.search(sentence, position)
    elif is_verb:
        match = _END.search(sentence, position)
    else:
        match = _NOUN_END.search(sentence, position)
    return match.start() if match else len(sentence)


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
    title = re.sub(r"\s+", " ", words).strip(' ,.;:—-“"')
    if len(title) > LONGEST:
        title = title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,.;:—-")
        title = _without_stop_words(title) + "…"
    else:
        title = _without_stop_words(title)
    if title.count("“") > title.count("”"):
        title += "”"
    if title.count('"') % 2:
        title += '"'
    return title[:1].upper() + title[1:]


def _without_stop_words(title: str) -> str:
    """The title without an ending that leads nowhere ("transfer by")."""
    while " " in title and title.rsplit(" ", 1)[-1].lower().strip('“"') in _STOP_WORDS:
        title = title.rsplit(" ", 1)[0]
    return title
