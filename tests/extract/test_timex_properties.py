"""What holds of every text: generated news, arbitrary characters, any day of the calendar.

Sentences are put together from the examples of the rules, cue words and filler, so that a new rule
is tried beside all the others without anybody writing a test.
"""

import re
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extract.timex import find_dates, read_dates
from dateline.extract.timex.rules import RULES
from dateline.model import DateBasis, DateRange

EXAMPLES = sorted({rule.example for rule in RULES})
STARTS = ["The council met", "Ships will leave", "It is expected", "He said", "Prices rose 5%"]
CUES = ["on", "in", "since", "until", "by", "from", "between", "the", "about", "of", "", ",", "("]
LINKS = [" and ", " to ", ", ", " - ", "\u2013", " when ", ", a day later, ", " or ", " "]
FILLER = ["Nobody knew why.", "Ships lay at the quay, and prices rose.", "It may march on: 24/7."]

plain = st.sampled_from(FILLER)


def news_with(examples, links):
    pieces = st.tuples(st.sampled_from(CUES), st.sampled_from(examples)).map(" ".join)
    sentences = st.builds(
        "{} {}{}{}{}".format,
        st.sampled_from(STARTS),
        pieces,
        st.sampled_from(links),
        st.one_of(pieces, st.just("it rained")),
        st.sampled_from([".", "?", '."']),
    )
    return st.lists(st.one_of(sentences, plain), min_size=1, max_size=5)


def is_self_contained(example):
    """Whether it hangs on no date before it, and has no year that could make a text a history."""
    after_a_date = find_dates(
        f"On 9 May 2024 it was quiet. It began on {example}.", date(2024, 10, 21)
    )[1:]
    hangs = any(mention.basis is DateBasis.ANAPHORIC for mention in after_a_date)
    return not hangs and not re.search("[0-9]{4}|['\u2019][0-9]", example)


news = news_with(EXAMPLES, LINKS)
self_contained_news = news_with(
    [example for example in EXAMPLES if is_self_contained(example)],
    [link for link in LINKS if "later" not in link],
)
# The first and last years have no day before or after them, no week and no decade of their own.
days = st.one_of(
    st.dates(),
    st.dates(max_value=date(2, 12, 31)),
    st.dates(min_value=date(9990, 1, 1)),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.sampled_from([date.min, date.max]),
)
steadily = settings(derandomize=True, max_examples=150, deadline=None, database=None)


def facts(mention):
    return mention.text, mention.rule, mention.basis, mention.reading


def shifted(mention, by):
    return mention.span.shifted(by), *facts(mention)


def check_evidence(text, published):
    """Spans quote, follow one another, and hold their TIMEX3 expressions."""
    mentions = find_dates(text, published)

    assert all(mention.span.of(text) == mention.text for mention in mentions)
    assert all(mention.span.start < mention.span.end for mention in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    for reading in read_dates(text, published):
        for timex in reading.timexes:
            assert reading.sighting.start <= timex.start < timex.end <= reading.sighting.end
    for mention in mentions:
        assert not isinstance(mention.reading, DateRange) or mention.reading.edtf


@steadily
@given(news, days)
def test_spans_quote_and_do_not_overlap(parts, published):
    check_evidence(" ".join(parts), published)


@steadily
@given(st.text(max_size=300), days)
def test_arbitrary_characters_raise_nothing(text, published):
    check_evidence(text, published)


@steadily
@given(
    st.lists(st.one_of(st.sampled_from(EXAMPLES), st.text(max_size=8)), max_size=12),
    st.sampled_from(["", " ", "\n", ", ", "-"]),
    days,
)
def test_dates_torn_out_of_sentences_raise_nothing(words, gap, published):
    check_evidence(gap.join(words), published)


@steadily
@given(news, st.lists(plain, min_size=1, max_size=3), days)
def test_a_text_reads_the_same_wherever_it_stands(parts, paragraphs, published):
    text = " ".join(parts)
    before = "\n\n".join(paragraphs) + "\n\n"

    moved = find_dates(before + text + "\n\n" + paragraphs[0], published)

    assert [(m.span, *facts(m)) for m in moved] == [
        shifted(m, len(before)) for m in find_dates(text, published)
    ]


@steadily
@given(self_contained_news, self_contained_news, days)
def test_what_hangs_on_no_date_before_it_reads_the_same_behind_other_dates(one, two, published):
    """Two articles in one file."""
    first, second = " ".join(one), " ".join(two)
    apart = [shifted(m, 0) for m in find_dates(first, published)]
    apart += [shifted(m, len(first) + 2) for m in find_dates(second, published)]

    assert [shifted(m, 0) for m in find_dates(f"{first}\n\n{second}", published)] == apart


@steadily
@given(news, plain, st.integers(0, 6), days)
def test_a_sentence_without_a_date_changes_no_reading(parts, sentence, place, published):
    with_it = [*parts[:place], sentence, *parts[place:]]

    assert list(map(facts, find_dates(" ".join(with_it), published))) == list(
        map(facts, find_dates(" ".join(parts), published))
    )
