"""English verb forms, and what the words in front of a verb do to it.

A cue written `send~` must be found as "sends", "sent", "sending"; and "has sent", "will send",
"could send", "did not send" and "to send" must not be taken for the same thing. Both are done by
rule: inflection from the base form (irregular verbs are rows of the lexicon), and the reading of
the auxiliary chain to the left of the verb.
"""

import re
from enum import StrEnum
from functools import cache

from dateline import lexicon


class Form(StrEnum):
    BASE = "base"
    PRESENT = "present"
    PAST = "past"  # past or participle: news does not tell them apart without the chain
    GERUND = "gerund"


class Mood(StrEnum):
    """What the chain in front makes of the verb."""

    FACT = "fact"  # deployed, has deployed, was deployed, deploys, is deploying
    GERUND = "gerund"  # deploying, after deploying
    PLANNED = "planned"  # will deploy, plans to deploy, is to deploy
    CONDITIONAL = "conditional"  # could deploy, would deploy, if ... deploys
    POSSIBLE = "possible"  # may have deployed, is believed to have deployed, seems to have deployed
    PURPOSE = "purpose"  # to deploy
    NEGATED = "negated"  # has not deployed, refused to deploy


@cache
def forms_of(base: str) -> dict[str, Form]:
    """Every form of the verb *base*, each with what it can be."""
    irregular = {row["base"]: row for row in lexicon.rows("irregular_verbs")}
    third = _third_person(base)
    if base in irregular:
        row = irregular[base]
        past = {*row["past"].split("|"), *row["participle"].split("|")}
        gerund = set(row["gerund"].split("|"))
    else:
        past, gerund = {_regular_past(base)}, {_regular_gerund(base)}
    forms = {base: Form.BASE, third: Form.PRESENT}
    forms |= dict.fromkeys(gerund, Form.GERUND)
    forms |= dict.fromkeys(past, Form.PAST)
    return forms


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def _regular_gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"


_ADVERB = (
    r"(?:[a-z]{2,20}ly|also|already|now|soon|again|still|even|yet|ever|just|since|so far|then|"
    r"once|later|thus far|in (?:turn|fact)|on [A-Z][a-z]{2,6}day)"
)
# The chain that ends right before the verb: auxiliaries, with adverbs among them.
_AUXILIARY = (
    r"(?:will|would|shall|should|can|could|may|might|must|has|have|had|is|are|was|were|be|been|"
    r"being|am|do|does|did|not|never|cannot|n['’]t|[a-z]{2,6}n['’]t|[A-Za-z]{1,4}['’]ll|to|"
    r"no longer|"
    r"going|about|set|due|expected|scheduled|likely|unlikely|ready|poised|planning|plans|plan|"
    r"planned|intends?|intended|prepar(?:es?|ed|ing)|vow(?:s|ed)|pledg(?:es?|ed)|agree(?:s|d)|"
    r"decid(?:es?|ed)|promis(?:es?|ed)|threaten(?:s|ed)|propos(?:es?|ed)|want(?:s|ed)|hop(?:es?|ed|ing)|"
    r"aim(?:s|ed)|seek(?:s|ing)?|sought|tr(?:y|ies|ied|ying)|urg(?:es?|ed)|call(?:s|ed)? on|"
    r"refus(?:es?|ed)|declin(?:es?|ed)|fail(?:s|ed)|believed|thought|estimated|understood|"
    r"said(?= to)|reported(?= to)|"
    r"alleged|suspected|known|appear(?:s|ed)?|seem(?:s|ed)?|claims?|claimed|continu(?:es?|ed)|"
    r"beg(?:an|un|ins?)|start(?:s|ed)?|managed|able|forced|obliged|helped|proceeded)"
)
_CHAIN = re.compile(rf"(?:(?<![\w’'-])(?:{_AUXILIARY}|{_ADVERB})\s{{1,3}}){{1,8}}\Z")
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|cannot|without|refus\w{1,3}|declin\w{1,3}|fail(?:s|ed)?)\b|n['’]t\b"
)
_PLANNED = re.compile(
    r"\b(?:will|shall|going to|about to|set to|due to|expected|scheduled|likely|ready|poised|"
    r"plan\w{0,5} to|intend\w{0,3} to|prepar\w{1,3} to|vow\w{1,2} to|pledg\w{1,2} to|agree\w? to|"
    r"decid\w{1,2} to|promis\w{1,2} to|threaten\w{1,2} to|aim\w{1,2} to)\b|['’]ll\b"
    r"|\b(?:is|are|was|were) to\b"
)
_CONDITIONAL = re.compile(r"\b(?:could|would|might|should|may|can|must)\b")
_POSSIBLE = re.compile(
    r"\b(?:(?:may|might|could|must) (?:already |well |also )?have|(?:believed|thought|understood|"
    r"said|reported|alleged|suspected|estimated|known|appear\w{0,2}|seem\w{0,2}|claim\w{0,2}) to)\b"
)
_HELD = re.compile(
    r"\b(?:(?:had|has|have) to|managed|able|forced|obliged|helped|proceeded|"
    r"begin\w{0,3}|beg[au]n|start\w{0,2}|continu\w{1,2})\b"
)
_FINITE = re.compile(r"\b(?:has|have|had|is|are|was|were|been|being|do|does|did)\b|['’]s\b")


def chain_before(sentence: str, position: int) -> str:
    """The auxiliaries and adverbs that stand right before *position*, as printed."""
    match = _CHAIN.search(sentence[max(0, position - 90) : position])
    return match[0] if match else ""


def mood_of(form: Form, chain: str) -> Mood:
    """What the auxiliary *chain* makes of a verb in *form*."""
    words = chain.lower()
    if _NEGATED.search(words):
        return Mood.NEGATED
    if _POSSIBLE.search(words):
        return Mood.POSSIBLE
    if _PLANNED.search(words):
        return Mood.PLANNED
    if _CONDITIONAL.search(words):
        return Mood.CONDITIONAL
    if re.search(r"\bto\b", words):
        return Mood.FACT if _HELD.search(words) else Mood.PURPOSE
    if form is Form.GERUND:
        is_told = _FINITE.search(words) or _HELD.search(words)
        return Mood.FACT if is_told else Mood.GERUND  # "began searching", "was searching"
    return Mood.FACT


_AUXILIARIES = frozenset(lexicon.table("function_words")["auxiliaries"].split())


@cache
def _irregular_pasts() -> frozenset[str]:
    rows = lexicon.rows("irregular_verbs")
    return frozenset(
        word for row in rows for form in ("past", "participle") for word in row[form].split("|")
    )


def is_planned(words: str) -> bool:
    """Whether *words* speak of what is to come: "is expected to", "will"."""
    return bool(_PLANNED.search(words.lower()))


def is_auxiliary(word: str) -> bool:
    return word.lower().replace("’", "'") in _AUXILIARIES


# Regular past forms of four letters; "need", "shed" and "speed" are none.
_SHORT_PASTS = frozenset({"axed", "died", "eyed", "iced", "lied", "owed", "sued", "tied", "vied"})


def is_finite(word: str) -> bool:
    """Whether a word can be the verb of a clause: an auxiliary, or a past form."""
    plain = word.lower()
    return (
        is_auxiliary(plain)
        or plain in _irregular_pasts()
        or (len(plain) > 4 and plain.endswith("ed"))
        or plain in _SHORT_PASTS
    )


_ADJECTIVAL = re.compile(
    r"(?:\b(?:an?|the|its|his|her|their|our|this|these|those|some|many|most|more|of|by|with|for|in|at|"
    r"from|to|behind|under|over|between|among|against|into|after|before|during|through|no|any|each|"
    r"every|both|all|several|newly|badly|severely|heavily|so|two|three|four|five|six|seven|eight|nine|ten|[0-9]+)|"
    r"['’]s)\s\Z|-\Z",
    re.IGNORECASE,
)


def is_verb_there(sentence: str, start: int, word: str) -> bool:
    """Whether a past form stands where a verb does, and not before a noun: "a closed hearing"."""
    if is_auxiliary(word) or not is_finite(word):
        return False
    return not _ADJECTIVAL.search(sentence[max(0, start - 14) : start])


_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s(?:(?:[a-z]{2,20}ly|also|already|now|then|just|later|"
    r"soon|again|still|on [A-Z][a-z]{2,6}day),?\s){0,3}\Z"
)


def is_passive(chain: str, word: str) -> bool:
    """Whether a verb form behind *chain* is done to its subject: "was later summoned"."""
    return bool(_PASSIVE.search(chain)) and not word.lower().endswith("ing")
