"""Which event of a sentence a date belongs to.

"Joined sanctions over its invasion in February 2022" dates the invasion; "reported on Monday that
he had called" dates the report. A date goes to the one telling that it reaches at the least cost:
few words away, few clause boundaries between, in front of its verb only where English puts it.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dateline.extract.asides import are_parted, find_asides
from dateline.extract.clauses import Break, weight_between
from dateline.extract.verbs import is_auxiliary, is_verb_there
from dateline.model import DateBasis, DateMention, Precision, Span

# Costs are in words: what a boundary or an unusual order weighs against distance. Chosen on our
# own sentences and the shipped articles; the vectors in tests/ hold them in place.
AFTER_COST = 5.0  # the date stands before the telling, and not in front of its clause
AFTER_COMMA_COST = 9.0
SECOND_VERB_COST = 9.0  # ... and a verb stands before the date in its clause
NOUN_BEHIND_FRONTED_COST = 4.0
PLAIN_COST = 1.0  # a verb of no known kind yields where it is as near as one that has a kind
TOO_FAR = 26.0
CHARACTERS_PER_WORD = 6.0

_FRONTED = re.compile(
    r"(?:\A|[;:—–“]\s?|,\s|\b(?:that|which|who|and|but|when|where|while)\s)[“\"]?"
    r"(?:(?:on|in|by|at|since|from|until|during|earlier|late|early|back|then|over|throughout|as of|"
    r"around|about|between|only|just|later|for|within|through|by the|in the|the|after|before)\s)"
    r"{0,3}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """The words that tell one event of a sentence, with what dating has to know of them."""

    span: Span
    is_verb: bool
    content: Span | None = None  # of a saying: the words that it vouches for


def is_fronted(sentence: str, date: Span) -> bool:
    """Whether the date opens a clause: "On Monday, ...", "which on Friday ..."."""
    return bool(_FRONTED.search(sentence[max(0, date.start - 40) : date.start]))


def attach_dates(
    sentence: str,
    tellings: Sequence[Telling],
    dates: Sequence[DateMention],
    breaks: list[Break],
    plain: Sequence[Span] = (),
    predicates: Mapping[Span, Span] = MappingProxyType({}),
) -> dict[int, DateMention]:
    """The date of each telling that has one, by the telling's index; spans are the sentence's.

    Every date goes to one telling at the most, and a telling keeps the date that reaches it at
    the least cost. *plain* are verbs that tell no known kind of event and yet own the dates that
    are theirs ("was arrested on Friday over the attack"); their indices follow the tellings'. A
    noun may have a date through its verb as well, which *predicates* gives for it.
    """
    told_kinds = len(tellings)
    tellings = [*tellings, *(Telling(verb, is_verb=True) for verb in plain)]
    asides = find_asides(sentence)
    offers = sorted(
        (cost + (PLAIN_COST if telling >= told_kinds else 0.0), telling, order)
        for order, date in enumerate(dates)
        for telling, told in _places(tellings, predicates)
        if not are_parted(asides, told.span, date.span)
        and not _is_ruled_by_verb(sentence, tellings, told, date, breaks)
        and not (telling >= told_kinds and "," in sentence[told.span.end : date.span.start])
        and (
            cost := _cost(sentence, told, date.span, breaks)
            + SECOND_VERB_COST * _is_of_verb_before(sentence, tellings, told, date.span, breaks)
        )
        < TOO_FAR
    )
    attached: dict[int, DateMention] = {}
    used: set[int] = set()
    for _, telling, order in offers:
        if telling in attached or order in used:
            # A date that lost its telling to a closer date does not look for another one:
            # the second-best reading would date an event that the words do not date.
            used.add(order)
            continue
        attached[telling] = dates[order]
        used.add(order)
    return attached


def _places(
    tellings: Sequence[Telling], predicates: Mapping[Span, Span]
) -> Iterator[tuple[int, Telling]]:
    """Every telling with its index, and once more at its verb where it is a noun that has one."""
    for index, told in enumerate(tellings):
        yield index, told
        verb = None if told.is_verb else predicates.get(told.span)
        if verb is not None:
            yield index, Telling(verb, is_verb=True)


def _is_of_verb_before(
    sentence: str,
    tellings: Sequence[Telling],
    told: Telling,
    date: Span,
    breaks: list[Break],
) -> bool:
    """Whether a verb in front of the date has it: "men seized in March were freed on Friday"."""
    if not told.is_verb or date.end > told.span.start or is_fronted(sentence, date):
        return False
    return any(
        other.is_verb
        and other.span.end <= date.start
        and not weight_between(breaks, other.span.end - 1, date.start)
        for other in tellings
    )


_DEICTIC = {DateBasis.WEEKDAY, DateBasis.RELATIVE}


def _is_ruled_by_verb(
    sentence: str,
    tellings: Sequence[Telling],
    told: Telling,
    date: DateMention,
    breaks: list[Break],
) -> bool:
    """Whether a noun stands between the date and the verb that owns it.

    "Was arrested in connection with the attack on Friday" dates the arrest, "over the attack of
    May 3" and "over its attack in May 2022" the attack.
    """
    if told.is_verb or told.span.end > date.span.start or date.basis not in _DEICTIC:
        return False
    if date.reading is None or getattr(date.reading, "precision", None) is not Precision.DAY:
        return False
    between = sentence[told.span.end : date.span.start]
    if not _ADVERBIAL.fullmatch(between):
        return False
    return any(
        other.is_verb
        and other.span.end <= told.span.start
        and not weight_between(breaks, other.span.end - 1, told.span.start)
        and not _LIGHT.search(sentence, other.span.start, told.span.start)
        for other in tellings
    )


# "Will hold elections on Sunday": with these the noun is what happens.
_LIGHT = re.compile(
    r"\b(?:hold|held|stage|staged|conduct|conducted|host|hosted|face|faced|begin|began|start|started|"
    r"end|ended|launch|launched|see|saw|call|called|witness|witnessed|watch|watched|suffered|is|are|"
    r"was|were|cause|caused|invited|invite|scheduled|arranged|planned|plans)\b"
)
# A date set off from its noun by nothing, or as an adverb.
_ADVERBIAL = re.compile(r"\s(?:(?:late|early|earlier|later)\s)?(?:on\s)?")


def _cost(sentence: str, told: Telling, date: Span, breaks: list[Break]) -> float:
    if told.span.overlaps(date):
        return 0.0
    if told.content is not None and _POSSESSIVE.match(sentence, date.end):
        return math.inf  # "the number of dead in Tuesday's raid": the raid was on Tuesday
    if told.content is not None and _opens_under(sentence, told, date):
        return 0.5
    if told.content is not None and not _dates_the_saying(sentence, told, date, breaks):
        return math.inf
    if told.span.end <= date.start:
        words = (date.start - told.span.end) / CHARACTERS_PER_WORD
        cost = words + weight_between(breaks, told.span.end - 1, date.start)
        # A date that opens its own clause looks ahead; the clause before it seldom owns it.
        return cost + (AFTER_COST if is_fronted(sentence, date) else 0.0)
    between = sentence[date.end : told.span.start]
    if not told.is_verb and _BEFORE_NOUN.fullmatch(between):
        return 0.1  # "the June invasion", "Tuesday's deadly quake"
    words = len(between) / CHARACTERS_PER_WORD
    weight = weight_between(breaks, date.end - 1, told.span.start)
    if is_fronted(sentence, date):
        comma = 2.0 if between.startswith(",") else 0.0
        noun = 0.0 if told.is_verb else NOUN_BEHIND_FRONTED_COST
        return 0.4 * words + max(0.0, weight - comma) + noun
    if "," in between or _NEXT_VERB.match(between):
        # "visited the town on Tuesday and promised aid": Tuesday is the visit's.
        return words + weight + AFTER_COMMA_COST
    return words + weight + (1.0 if told.is_verb and words < 3 else AFTER_COST)


_OPENING_ACT = re.compile(
    r"[“\"]?(?:But\s|And\s)?(?:Asked|Speaking|Questioned|Addressing|Briefing|Talking|Writing|Testifying|"
    r"Appearing|Pressed|Interviewed|Visiting)\s[^,;“”]{0,120},\s"
)
_WHEN_ASKED = re.compile(
    r",?\s(?:when|after)\s(?:(?:he|she|it|they)\s(?:was|were)\s|being\s)?asked\b", re.IGNORECASE
)


def _opens_under(sentence: str, told: Telling, date: Span) -> bool:
    """Whether somebody speaks on an occasion that opens the sentence: "Asked in May, he said"."""
    opening = _OPENING_ACT.match(sentence)
    return opening is not None and date.end <= opening.end() <= told.span.start


_POSSESSIVE = re.compile(r"['’]s?\s[a-z]")
_BEFORE_NOUN = re.compile(r"\s|['’]s?\s(?:[\w’.-]{1,20}\s){0,3}")
_WORD = re.compile(r"[A-Za-z’']+")
_NEXT_VERB = re.compile(r"\s(?:and|but|or|then)\b")
_CHAIN_ONLY = re.compile(
    r"\s{0,3}(?:(?:was|were|been|is|are|has|have|had|also|[a-z]{2,20}ly)\s{1,3}){1,6}"
)
# "Disputed that figure on Friday" points at something, it opens nothing.
_INTO_CONTENT = re.compile(
    r"\bthat\b(?!\sof\s)(?!\s[a-z]{3,20}(?:\s(?:on|in|at|late|early|last|earlier)\b|\s?\Z))|"
    r"\b(?:who|which|whose)\b|[“\":]"
)
_CONDITION = re.compile(r"[“\"]?(?:If|Unless|Should|Once)\s[^,;]{5,120},")
_NAMED_DAY = re.compile(
    r"\s(?:as\s)?(?:an?|the|its|their)\s(?:[a-z’'-]{2,20}\s){0,3}(?:day|holiday|week|month|deadline)\b"
)
_STRETCH_OF_SAID = re.compile(r"\w\s(?:from|until|till|through|since)\s(?:the\s)?\Z")
_QUOTATION = re.compile(r"“[^”]{0,300}”|\"[^\"]{0,300}\"")


def _dates_the_saying(sentence: str, told: Telling, date: Span, breaks: list[Break]) -> bool:
    """Whether a date can be the day of a saying, rather than part of what is said.

    "Police said on Friday that nine were held" dates the saying, "Police said that nine were held
    on Friday" the holding; so does a relative clause hung on the speaker.
    """
    assert told.content is not None
    if date.start >= told.span.end:
        if sentence[told.span.end : date.start].isspace() and _NAMED_DAY.match(sentence, date.end):
            return False  # "declared Saturday a day of mourning"
        # What is quoted before the date is said already: "called it “absurd” on Friday".
        between = _QUOTATION.sub("", sentence[told.span.end : date.start])
        between = _WHEN_ASKED.sub("", between)
        if _STRETCH_OF_SAID.search(between) and told.content.holds(date):
            return False  # "warned of a swell from Tuesday"
        into = _INTO_CONTENT.search(between)
        if not told.content.holds(date):
            return not into
        return not into and not any(
            is_auxiliary(word[0]) or is_verb_there(between, word.start(), word[0])
            for word in _WORD.finditer(between)
        )
    if (condition := _CONDITION.match(sentence)) and date.end <= condition.end() <= told.span.start:
        return False  # "If there is no deal by Friday, he warned, they will strike"
    if not told.content.holds(date):
        return True
    # "Over the weekend the reports were confirmed by": the passive's own day opens the clause.
    gap = sentence[told.content.end : told.span.start]
    return is_fronted(sentence, date) and bool(_CHAIN_ONLY.fullmatch(gap))
