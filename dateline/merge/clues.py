"""Small things in a sentence that tell events apart or together: numbers, places, networks."""

import re

from dateline.model import Mention

_PLACE_WORD = re.compile(r"[A-Z][\w’'-]+")


def place_words(place: str) -> set[str]:
    """The capitalised words of a place: "the eastern Donetsk region" -> Donetsk."""
    return {word.lower() for word in _PLACE_WORD.findall(place)}


_LARGE_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{3,12}")


def large_numbers(sentence: str) -> set[str]:
    """The numbers of three digits and more, as printed; years are left out."""
    found = {number.replace(",", "") for number in _LARGE_NUMBER.findall(sentence)}
    return {number for number in found if not (len(number) == 4 and number[:2] in ("19", "20"))}


_CHANNEL = re.compile(
    r"\b(?:on|On) (X|Twitter|Facebook|Telegram|Instagram|Truth Social|WhatsApp)\b"
)


def channels_of(sentence: str) -> set[str]:
    """The networks that a sentence says something was posted on."""
    return {"X" if name == "Twitter" else name for name in _CHANNEL.findall(sentence)}


_DETERMINER = re.compile(
    r"(?P<known>\b(?:the|this|that|these|those|its|their|his|her)|[\w.]['’]s)\s|"
    r"\b(?:an?|any|some|no|every|each|several|more|new|fresh|further|possible|future)\s",
    re.IGNORECASE,
)
_DETERMINED_WORDS = 3
_KNOWN_SUBJECT = re.compile(r"(?:\A|[.,;:—]\s)(?:The|It|They|This|These)\b[^,;:]{0,60}\Z")


def is_definite(mention: Mention) -> bool:
    """Whether the words speak of something told before: "the quake", "its ferry sank"."""
    if mention.cue is None:
        return False
    before = mention.sentence_text[: mention.cue.start - mention.sentence.start]
    *_, last = [None, *_DETERMINER.finditer(before)]
    if last is not None and len(before[last.end() :].split()) <= _DETERMINED_WORDS:
        return last["known"] is not None
    return bool(_KNOWN_SUBJECT.search(before))


_ANOTHER = re.compile(
    r"\b(?:(?P<apart>another|an?\s(?:separate|similar|different))|"
    r"(?:an?|the|its|their)\s(?:earlier|previous|second|third|separate|similar|different|longer|"
    r"bigger|larger|broader|wider|smaller|further|next|new))\s(?:[a-z-]{2,20}\s)?\Z",
    re.IGNORECASE,
)


def before_cue(mention: Mention) -> str:
    """The words of the sentence that lead to the mention's cue."""
    if mention.cue is None:
        return ""
    at = mention.cue.start - mention.sentence.start
    return mention.sentence_text[max(0, at - 30) : at]


def tells_another(mention: Mention) -> bool:
    """Whether the words in front say that this is another event: "an earlier recall"."""
    return bool(_ANOTHER.search(before_cue(mention)))


def tells_one_apart(mention: Mention) -> bool:
    """Whether it is another one even on the same day: "a similar outage", "another fire"."""
    found = _ANOTHER.search(before_cue(mention))
    return found is not None and found["apart"] is not None


_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person|people)\b", re.IGNORECASE)
_OFFICE_CHARACTERS = 50


def office_in(sentence: str) -> str:
    """The words around the first spokesman of a sentence, which say whom he speaks for."""
    found = _SPOKESMAN.search(sentence)
    if found is None:
        return ""
    return sentence[max(0, found.start() - _OFFICE_CHARACTERS) : found.end() + _OFFICE_CHARACTERS]
