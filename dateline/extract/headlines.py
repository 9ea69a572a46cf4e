"""Which words of a sentence become the title of what it tells."""

import re
from collections.abc import Mapping, Sequence

from dateline.extract.actors import ActorMention
from dateline.extract.tellings import Candidate, SentenceView
from dateline.extract.titles import Subject, quoted_title, title_of
from dateline.extract.verbs import Mood, is_passive
from dateline.model import Span


def headline_of(
    view: SentenceView,
    candidate: Candidate,
    actors: Sequence[ActorMention],
    targets: Sequence[ActorMention],
    names: Mapping[str, str],
) -> str:
    saying = candidate.saying
    if saying and actors and saying.rule == "saying:as_saying":
        said = saying.content.of(view.text).removeprefix(" that")
        return quoted_title(_shown_name(view, actors[0], names), "said", said)
    if saying and (around := _said_around(view.text, candidate.span)):
        who, said = around
        name = _shown_name(view, actors[0], names) if actors else f"{who[:1].upper()}{who[1:]}"
        return quoted_title(name, candidate.span.of(view.text), said)
    leads = saying and actors and saying.content.end <= candidate.span.start
    if saying and leads and " by " not in view.text[candidate.span.end : actors[0].span.start]:
        # The words stand in front of who says them: "..., Kim said".
        verb = candidate.span.of(view.text)
        said = view.text[saying.content.start : saying.content.end]
        return quoted_title(_shown_name(view, actors[0], names), verb, said)
    return title_of(
        view.text,
        candidate.span,
        _chain_of(candidate),
        _subject(view, candidate, actors, targets, names),
        [date.span for date in view.dates],
        is_saying=candidate.saying is not None,
        is_caused=candidate.cue is not None
        and candidate.cue.mood is Mood.FACT
        and candidate.cue.chain.strip().endswith("to"),
    )


# "The law, Kim told reporters, is needed": what stands behind the verb before the next comma.
_BEHIND = re.compile(r"(?:\s[^,;:.“”\"]{1,30})?,\s")
_LONGEST_SPEAKER = 6  # words
# What does not open a speaker's name, and what opens no clause that could be said.
_NO_SPEAKER = frozenset(
    {"who", "which", "that", "and", "but", "when", "as", "while", "whom", "then"}
)
_NO_CLAUSE = frozenset(
    {"on", "in", "at", "after", "before", "since", "by", "during", "for", "with", "as", "when",
     "while", "if", "although", "though", "according", "from", "to", "speaking", "asked", "earlier",
     "later", "meanwhile", "however", "still", "but", "and", "yet", "instead"}
)  # fmt: skip


def _said_around(text: str, verb: Span) -> tuple[str, str] | None:
    """Who speaks, in the sentence's words, and what is said on both sides of a saying between two
    commas: "South Korea, he promised, won't watch"; None for other sayings."""
    comma = text.rfind(", ", 0, verb.start)
    behind = _BEHIND.match(text, verb.end)
    speaker = text[comma + 2 : verb.start].split()
    front = text[: max(comma, 0)].lstrip('“"').split()
    if behind is None or not 0 < len(speaker) <= _LONGEST_SPEAKER or not front:
        return None
    if speaker[0].lower() in _NO_SPEAKER or front[0].lower() in _NO_CLAUSE:
        return None
    return " ".join(speaker).removeprefix("the "), f"{text[:comma]} {text[behind.end() :]}"


def _chain_of(candidate: Candidate) -> str | None:
    if candidate.cue is None:
        return ""
    return candidate.cue.chain if candidate.cue.is_verb else None


def _subject(
    view: SentenceView,
    candidate: Candidate,
    actors: Sequence[ActorMention],
    targets: Sequence[ActorMention],
    names: Mapping[str, str],
) -> Subject | None:
    """Who the title begins with; in the passive that is whom it happened to, or nobody named."""
    start = candidate.span.start
    cue = candidate.cue
    if cue and cue.is_verb and is_passive(cue.chain, cue.word):
        people = [target for target in (*targets, *actors) if target.span.end <= start][:1]
        gap = view.text[people[0].span.end : start] if people else ""
        if not people or len(gap) > len(cue.chain) + 3:
            return None
    elif (
        candidate.saying
        and actors
        and " by " in view.text[candidate.span.end : actors[0].span.start]
    ):
        # "were corroborated by the agency": the title begins with what was corroborated.
        return None
    else:
        people = [actor for actor in actors if not actor.is_modifier] or list(actors)
    if not people:
        return None
    first = people[0]
    is_there = first.rule not in ("pronoun", "pair")
    span = (first.span if first.rule == "role" else first.name) if is_there else None
    return Subject(_shown_name(view, first, names), span)


def _shown_name(view: SentenceView, actor: ActorMention, names: Mapping[str, str]) -> str:
    """The name as printed; where that is a pronoun, or stands elsewhere, the actor's own."""
    if actor.rule in ("pronoun", "pair") or actor.is_modifier:
        return names.get(actor.actor_id, actor.actor_id)
    return (actor.span if actor.rule == "role" else actor.name).of(view.text)
