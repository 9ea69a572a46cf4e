"""Whether a form of a verb stands where a noun or an adjective does: "the strikes"."""

import re

from dateline.extract.verbs import Form
from dateline.model import Span

_NOUN_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|this|that|these|those|its|his|her|their|our|any|no|some|every|each|of|"
    r"alleged|first|last|new|joint|major|planned)|['’]s)\s+(?:[a-z-]{3,20}\s+)?\Z|"
    r"\b[A-Z][a-z]{2,8}\.?\s[0-9]{1,2}\s\Z",
    re.IGNORECASE,
)


def reads_as_noun(sentence: str, span: Span, form: Form, chain: str) -> bool:
    """Whether "strikes", "transfer" or "meeting" stands where a noun does.

    News tells events in the past, or with an auxiliary in front; a bare base form or "-s" is a
    noun far oftener than a verb, and a gerund behind an article or a possessive is one too.
    """
    if form in (Form.BASE, Form.PRESENT):
        return not chain.strip() and not _is_plain_present(sentence, span)
    if form is Form.GERUND:
        return bool(_NOUN_BEFORE.search(sentence[max(0, span.start - 40) : span.start]))
    return False


# Verbs that are no nouns, behind a subject in the plural: "when they meet", "delegations meet".
_PLAIN_PRESENT = re.compile(r"(?:meet|convene|reconvene|arrive|depart)\b")
_PLURAL_BEFORE = re.compile(r"(?:\b(?:they|we|who|both|two|all)|[a-z]{2}[^s'’\s]s)\s\Z")


def _is_plain_present(sentence: str, span: Span) -> bool:
    return bool(
        _PLAIN_PRESENT.match(sentence, span.start)
        and _PLURAL_BEFORE.search(sentence[max(0, span.start - 12) : span.start])
    )


_ARTICLE_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|its|his|her|their|any|no)|['’]s)\s\Z", re.IGNORECASE
)


def is_adjective(sentence: str, span: Span) -> bool:
    """Whether a participle stands before a noun: "the alleged dispatch", "a collapsed house"."""
    before = sentence[max(0, span.start - 12) : span.start]
    after = sentence[span.end : span.end + 2]
    return bool(_ARTICLE_BEFORE.search(before)) and after.strip().islower()


_COUNTED_BEFORE = re.compile(
    r"(?:\b(?:first|last|latest|new|more|other|of|all|some|several|many|few|any|two|three|four|five|"
    r"six|seven|eight|nine|ten|total|additional|further|and)|[0-9])\s\Z",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    r"\s(?:deaths?|cases?|dead|fatalit(?:y|ies)|illness(?:es)?|infections?|casualt(?:y|ies)|victims?|"
    r"loss(?:es)?|injur(?:y|ies)|killed|wounded|sightings?|kills|attacks?|strikes?|incidents?)\b"
)


def is_counted(sentence: str, span: Span) -> bool:
    """Whether a participle says which of something is counted: "35 confirmed illnesses"."""
    before = sentence[max(0, span.start - 14) : span.start]
    after = _COUNTED_AFTER.match(sentence, span.end)
    return bool(after and _COUNTED_BEFORE.search(before))
