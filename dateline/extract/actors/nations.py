"""States by name, people or capital, and whether a capital is a government or a place."""

from dateline.extract.actors import words as w
from dateline.extract.actors.namebook import BODY_NOUNS, Known, Sort
from dateline.extract.actors.naming import Naming, always, nobody
from dateline.extract.actors.reading import Reading
from dateline.extract.actors.titles import head_at


def read_nation(reading: Reading, at: int) -> Naming | None:
    """The state named at *at*, if it is named as one who acts or is acted upon."""
    hit = reading.known.get(at)
    if hit is None:
        return None
    end, known = hit
    match known.sort:
        case Sort.CAPITAL:
            if is_place(reading, at, end):
                return nobody(at, end)
        case Sort.COUNTRY:
            if _is_part_of_a_name(reading, at, end):
                return None
        case Sort.SHORT:
            if not _is_short_form(reading, end, known):
                return None
        case Sort.DEMONYM | Sort.PEOPLE:
            pass
        case Sort.PLACE:
            return nobody(at, end)
        case Sort.ALIAS:
            return None
    rule = "short_form" if known.sort is Sort.SHORT else str(known.sort)
    rule = "demonym" if known.sort is Sort.PEOPLE else rule
    return Naming(
        at, end, at, end, always(known.actor), rule, _is_modifier(reading, at, end, known)
    )


def is_place(reading: Reading, at: int, end: int) -> bool:
    """Whether a capital is the city: "in Moscow", "flew to Tokyo", "Seoul-based", "Kyiv Post"."""
    before, after = reading.lower(at - 1), reading.lower(end)
    if reading.opens[at] and before in (".", ":"):
        before = ""
    if before in w.CAPITAL_IS_PLACE_BEFORE:
        return not (before == "of" and reading.lower(at - 2) in w.OF_GOVERNMENT) and not (
            before == "in" and reading.word(end) == "'s"
        )
    if before in ("to", "from", "for") and (
        reading.lower(at - 2) in w.TRAVEL or reading.lower(at - 3) in w.TRAVEL
    ):
        return True
    if reading.is_glued(end, "-") and reading.lower(end + 1) in ("based", "born", "bound", "area"):
        return True
    if after in w.CAPITAL_IS_PLACE_AFTER and reading.word(end).islower():
        return True
    # "Kyiv Post", "Seoul National University": a part of a longer name.
    if reading.continues(end) and reading.is_proper(end) and not reading.in_headline[at]:
        return True
    # "Seoul, South Korea" and "capital, Kyiv,": the city, told apart from its country.
    if reading.word(end) == "," and (nation := reading.nation(end + 1)) is not None:
        return nation[1].sort is Sort.COUNTRY and nation[1].actor == reading.known[at][1].actor
    return before == "," and reading.lower(at - 2) in ("capital", "city")


def _is_part_of_a_name(reading: Reading, at: int, end: int) -> bool:
    """Whether a country's name is a person's: "Michael Jordan", "Israel Katz"."""
    if reading.in_headline[at] or end - at > 1 or reading.words[at].isupper():
        return False
    neighbour = reading.word(end)
    follows = (
        reading.continues(end)
        and reading.is_proper(end)
        and end not in reading.known
        and neighbour.isalpha()
        and not neighbour.isupper()
        and neighbour not in BODY_NOUNS
        and neighbour.lower() not in w.ROLE_MODIFIERS
        and head_at(reading, end) is None
    )
    before = (
        reading.continues(at)
        and reading.is_proper(at - 1)
        and not reading.opens[at - 1]
        and at - 1 not in reading.known
        and not reading.is_acronym(at - 1)
        and at >= 2
        and "." not in reading.word(at - 1)
    )
    return follows or before


def _is_short_form(reading: Reading, end: int, known: Known) -> bool:
    """ "the North" is North Korea where the article is about Korea and no name goes on."""
    if known.actor.country not in reading.countries:
        return False
    if reading.continues(end) and reading.is_capital(end):
        return False
    return reading.lower(end) not in ("of", "and", "-", "east", "west", "coast")


def _is_modifier(reading: Reading, at: int, end: int, known: Known) -> bool:
    """Whether the nation's word only says whose: "North Korean troops", "U.S.-led"."""
    if reading.word(end) == "'s" or known.sort is Sort.PEOPLE:
        return False
    if known.sort is Sort.DEMONYM and not reading.is_glued(end, "-"):
        # "the Dutch said" is the people; "the Dutch reports" is not.
        after = reading.lower(end)
        if after in ("and", "or", ",") and reading.nation(end + 1):
            return True
        is_noun = not after.isalpha() or w.is_function(after) or after.endswith("ed")
        return not (reading.lower(at - 1) == "the" and (is_noun or after in ("said", "say")))
    return only_qualifies(reading, at, end)


def only_qualifies(reading: Reading, at: int, end: int) -> bool:
    """Whether a name only says whose something is: "Ukraine conflict", "a NATO-led force"."""
    if reading.is_glued(end, "-") or (at > 0 and reading.is_glued(at - 1, "-")):
        return True
    if reading.lower(at - 1) in ("and", "or") or not reading.noun_follows(end):
        # A plural verb looks like a noun: "Moscow and Pyongyang continue".
        return False
    # "Russia transfers" is a verb, "Ukraine forces" is not; after "U.S." it nearly always is not.
    after = reading.lower(end)
    is_abbreviation = "." in reading.words[at] or reading.words[at] in ("US", "UK")
    return is_abbreviation or not after.endswith("s") or after in w.MODIFIED_NOUNS
