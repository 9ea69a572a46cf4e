"""The event in a few words of its sentence, short enough for a label and a list."""

import re
from dataclasses import dataclass

from dateline import lexicon
from dateline.extract.speakers import phrase_start
from dateline.extract.title_words import tidied, without_opening
from dateline.extract.verbs import Form, forms_of
from dateline.model import Span

# The longest noun phrase in front of a verb that a title takes over.
LEAD_WORDS = 11

_END = re.compile(
    r"[;:—]|,\s|\s(?:that|which|who|where|while|although|because|amid|despite|adding|saying|as|"
    r"after|before|when|following|citing|but)\s|\sin response\s|\s\("
)
_SAYING_END = re.compile(r"[;—]|,\s(?:and|but|while|although|adding|saying|who|which)\s|\s\(")
_NOUN_END = re.compile(_END.pattern + r"|\s(?:and|or|will|would|have|has|had|is|was|were)\s")
# "The visit to Cairo sealed a pact": where a noun with its own complement ends.
_NOUN_VERB = re.compile(r"\s\w+ed\s(?:an?|the|his|her|its|their)\s")
_RELATIVE = re.compile(r"(?:,\s[0-9]{1,3})?,?\s(?:who|which)\s(?:\w+\s){0,2}\Z")
_RELATIVE_OPENING = re.compile(r"(?:who|which)\s")
# "They mourned | the loss of a mill": the noun that a relative clause stands behind.
_NOUN_PHRASE = re.compile(
    r"\b(?:the|an?|its|his|her|their)\s(?:[\w’'-]{1,30}(?:\s|(?![\w’'-]))){1,4}"
    r"(?:(?:of|in|at|for|from)\s(?:[\w’'-]{1,30}(?:\s|(?![\w’'-]))){1,4}){0,3}\Z"
)
_SUBJECT = re.compile(r"(?:an?|the|its|his|her|their|he|she|it|they|[A-Z]\w+)\s")
_PRONOUN = re.compile(r"\A(?:he|she|it|they)\s", re.IGNORECASE)
# The longest noun phrase that a relative clause is told of.
ANTECEDENT_WORDS = 8
_GOVERNED = re.compile(r"(?P<noun>(?:[\w’',-]{1,40}\s){1,3})(?:from|of)\s(?:the\s)?\Z")
_DATE_LEAD = re.compile(
    r",?\s{0,3}\b(?:(?:on|in|by|at|since|from|until|during|over|earlier|late|early|back|as of|of|"
    r"through|throughout|for|last|this|next|the)\s{1,3}){0,6}\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A\s*(?:an?|the)\s")
_NOUN_LEAD = re.compile(r"(?:[A-Za-z.’'“-]{1,40}\s){0,4}\Z")
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
    """A title of at most `title_words.LONGEST` characters, made of the sentence's own words.

    *chain* is what stands before a verb ("has been "), None for a noun. *subject* is put in front
    where the sentence keeps it far from its verb.
    """
    is_verb = chain is not None
    start = cue.start - len(chain) if chain is not None else _noun_start(sentence, cue.start)
    end = _end(sentence, cue.end, is_verb, is_saying)
    if is_caused and subject:
        # "led her to call a meeting": she called it, which does not sound like a plan.
        what = _cut_dates(sentence, Span(cue.end, end), dates)
        return tidied(f"{subject.name} {_past(cue.of(sentence))}{what}")
    if start and sentence[start - 1] in '“"':
        start -= 1
    if subject is None:
        return tidied(_cut_dates(sentence, Span(_lead(sentence, start, is_verb), end), dates))
    if subject.span and subject.span.end <= start:
        governed = _GOVERNED.search(sentence[: subject.span.start])
        first = governed.start("noun") if governed else subject.span.start
        between = sentence[subject.span.end : start]
        if len(between) <= 30 and "," not in between and ")" not in between:
            return tidied(_cut_dates(sentence, Span(first, end), dates))
    body = _cut_dates(sentence, Span(start, end), dates)
    is_inside = subject.span is not None and start <= subject.span.start < end
    if is_inside or subject.name.lower() in body.lower():
        return tidied(body)
    body = body.strip()
    if _PRONOUN.match(body):
        return tidied(f"{subject.name} {_PRONOUN.sub('', body)}")
    if is_verb:
        return tidied(f"{subject.name} {body}")
    if body[:1].isupper():
        return tidied(f"{subject.name}: {body}")
    if verb := _NOUN_VERB.search(body):
        body = body[: verb.start()]
    return tidied(f"{subject.name}'s {_ARTICLE.sub('', body)}")


def _lead(sentence: str, start: int, is_verb: bool) -> int:
    """Where the noun phrase in front of a verb begins; *start* itself where it is long."""
    if not is_verb:
        return start
    if (first := _antecedent(sentence, start)) is not None:
        return first
    first = phrase_start(sentence, start)
    return first if len(sentence[first:start].split()) <= LEAD_WORDS else start


def _antecedent(sentence: str, start: int) -> int | None:
    """Where the noun begins of which a relative clause at *start* tells; None where it does not."""
    relative = _RELATIVE.search(sentence[:start])
    if relative is None:
        return None
    first = phrase_start(sentence, relative.start())
    words = len(sentence[first : relative.start()].split())
    return first if 0 < words <= ANTECEDENT_WORDS else None


def _past(verb: str) -> str:
    """The past form of a verb in its base form; the verb itself where it is in another."""
    return next((form for form, sort in forms_of(verb).items() if sort is Form.PAST), verb)


def clause_title(sentence: str, clause: Span, dates: list[Span]) -> str:
    """A title for a clause as it stands, without its date words.

    A relative clause is told of its noun: "Kless, 58, who was arrested": Kless was arrested.
    """
    opening = _RELATIVE_OPENING.match(clause.of(sentence))
    start = clause.start + (opening.end() if opening else 0)
    words = _cut_dates(sentence, Span(start, clause.end), dates).strip()
    first = _antecedent(sentence, start)
    if first is None:
        return tidied(words)
    noun = _RELATIVE.split(sentence[first:start])[0]
    named = _NOUN_PHRASE.search(noun)
    noun = named[0] if named else noun
    # "A sale, which the council approved": it is the sale that was approved.
    is_object = _SUBJECT.match(words)
    return tidied(f"{words} {noun}" if is_object else f"{noun} {words}")


def quoted_title(speaker: str, verb: str, said: str) -> str:
    """A title for words that stand in front of their speaker: "Kim said: ..."."""
    words = without_opening(said.strip(" ,"))
    # "he told reporters" without the reporters: "he said".
    return tidied(f"{speaker} {'said' if verb == 'told' else verb}: {words}")


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
