"""A title's words made tidy: no loose ends, and no longer than a label may be.

A title that is too long is cut where a phrase ends, so that what is left is whole; only where no
phrase ends in time, or inside a quotation, does an ellipsis say that words are missing.
"""

import re
from functools import cache

from dateline import lexicon
from dateline.extract.verbs import forms_of

LONGEST = 80
# A title is not cut to fewer characters than this. What somebody says is a whole clause: so many
# characters of it must be left.
SHORTEST, SAID_AT_LEAST = 40, 45

_OPENING = re.compile(
    r"\A(?:['’]s\s|(?:[0-9]{1,2}[:.])?[0-9]{2}\s(?=[A-Z])|(?:month|week|year|\w{3,6}day)['’]s\s|"
    r"according to [^,]{3,60},\s|(?:[A-Z0-9][\w.’'-]*,?\s){1,6}\([^)]{2,40}\)\s*[-–—]+\s|"
    r"(?:but|and|yet|however|meanwhile|still|then|that|of|also|in all),?\s){1,3}",
    re.IGNORECASE,
)
# "..., she said" behind what is told: who says it stands in the row.
_SAID = re.compile(
    r",?\s(?:he|she|it|they|police|officials|authorities|(?:the|its|his|her)\s[a-z]+(?:\s[a-z]+)?)\s"
    r"(?:said|says|added)\Z|,?\saccording to [^,]*\Z"
)
_SAYS = re.compile(r"\sthat\s|: ")
# "between France", "the trawler, which sank": too little to end on.
_OPEN = re.compile(r"\bbetween\s(?:\S+\s?){1,4}\Z|,\s(?:\S+\s){0,2}\S+\Z")
_ASIDE = re.compile(r",\s(?:who|which|whose|where|an?|the)\s[^,“\"]{3,60},\s")
_BREAK = re.compile(
    r",?\s(?:after|as|while|when|because|which|who|where|in|on|at|for|with|from|by|during|amid|"
    r"despite|over|against|across|along|into|and|but|following|including|aboard|beside|among)\s|"
    r"[,;:—]\s"
)


@cache
def _no_ends() -> frozenset[str]:
    """Words on which no title ends: those that lead on, and verbs that want an object."""
    verbs = {form for row in lexicon.rows("sayings") for form in forms_of(row["base"].split()[0])}
    table = lexicon.table("function_words")
    words = (table["title_end"] + table["auxiliaries"]).split()
    return frozenset((*words, *verbs, "many", "much", "few", "such", "all", "both", "where"))


def tidied(words: str) -> str:
    """The words as a title of at most `LONGEST` characters."""
    title = re.sub(r"\s+", " ", words).strip(' ,.;:—-“"')
    title = re.sub(r"\s([,;:.])", r"\1", title)
    title = _SAID.sub("", _OPENING.sub("", title)).strip(' ,.;:—-“"')
    title = _closed(_without_loose_end(_shortened(title)))
    return title[:1].upper() + title[1:]


def without_opening(words: str) -> str:
    """The words without a place and agency, a time of day, or a conjunction in front."""
    return _OPENING.sub("", words.strip())


def _shortened(title: str) -> str:
    if len(title) > LONGEST:
        title = _ASIDE.sub(" ", title)
    if len(title) <= LONGEST:
        return title
    for end in reversed([match.start() for match in _BREAK.finditer(title, SHORTEST, LONGEST + 6)]):
        kept = title[:end]
        said = _SAYS.search(kept)
        says_little = said is not None and end - said.end() < SAID_AT_LEAST
        if end <= LONGEST and _is_whole(kept) and not says_little and not _OPEN.search(kept):
            return kept
    return title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,.;:—-") + "…"


def _is_whole(title: str) -> bool:
    """Whether no quotation is open, and the last word wants no other behind it."""
    is_quoting = title.count("“") > title.count("”") or title.count('"') % 2
    return not is_quoting and title.rsplit(" ", 1)[-1].lower().strip("“\"'") not in _no_ends()


def _without_loose_end(title: str) -> str:
    """The title without an ending that leads nowhere ("transfer by")."""
    is_cut = title.endswith("…")
    title = title.removesuffix("…")
    loose = lexicon.table("function_words")["title_end"].split()
    while " " in title and title.rsplit(" ", 1)[-1].lower().strip('“"') in loose:
        title = title.rsplit(" ", 1)[0].rstrip(" ,;:")
    return title + "…" * is_cut


def _closed(title: str) -> str:
    """The title with its last quotation closed."""
    if title.count("“") > title.count("”"):
        return title + "”"
    return title + '"' if title.count('"') % 2 else title
