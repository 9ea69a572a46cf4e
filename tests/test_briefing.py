"""Briefings: what a list of views can do, and that its file and its link come back as they went."""

import json
import zlib
from base64 import urlsafe_b64encode
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import BriefingError
from dateline.views.address import params_of
from dateline.views.briefing import MOST_VIEWS, Briefing, View, canonical
from dateline.views.briefing_file import (
    LARGEST,
    LONGEST_LINK,
    from_bytes,
    from_json,
    one_line,
    packed,
    to_json,
    unpacked,
)

ADDRESSES = [
    "timeline",
    "timeline?actor=norland&actor=estmark&event=e_vote",
    "timeline?from=2031-10-01&to=2031-10-20&q=%E2%82%AC5m+%26+more&asof=2031-10-19&lanes=kind",
    "estimates?claimant=norland&claim=harbour_post-1",
]
MORNING = Briefing(
    "Morning",
    (
        View("The pact", ADDRESSES[1], "Say who voted."),
        View("Numbers", ADDRESSES[3]),
        View("Everything", ADDRESSES[0], "End here."),
    ),
)

lines = st.text(max_size=60).map(one_line)
names = lines.filter(bool)
views = st.builds(View, names, st.sampled_from(ADDRESSES), lines)
briefings = st.builds(Briefing, lines, st.lists(views, max_size=8).map(tuple))


@given(briefings)
def test_a_file_is_read_back_as_it_was_written(briefing):
    text = to_json(briefing)

    assert from_bytes(text.encode("utf-8"), "b.json").briefing == briefing
    assert to_json(from_json(text, "b.json").briefing) == text


@given(briefings)
def test_a_link_is_read_back_as_it_was_packed_where_it_fits(briefing):
    code = packed(briefing)

    assert len(code) <= LONGEST_LINK
    assert not code or unpacked(code).briefing == briefing


@given(briefings, st.integers(0, 7), st.integers(-9, 9))
def test_moving_a_view_keeps_all_and_the_order_of_the_others(briefing, at, by):
    if at >= len(briefing.views):
        return
    moved = briefing.with_moved(at, by).views
    to = max(0, min(len(moved) - 1, at + by))

    assert moved[to] is briefing.views[at]
    assert moved[:to] + moved[to + 1 :] == briefing.without(at).views


def test_a_briefing_of_ten_views_fits_into_a_link_and_one_of_a_hundred_claims_does_not():
    views = [
        View(f"View {n} of the story", f"timeline?event=2031-10-{n:02}-vote-norland", f"Line {n}")
        for n in range(50)
    ]

    assert packed(Briefing("Ten", tuple(views[:10])))
    assert len(packed(Briefing("Ten", tuple(views[:10])))) < 700
    assert packed(Briefing("x", tuple(View(str(n) * 9, hash_address(n)) for n in range(100)))) == ""


def hash_address(number: int) -> str:
    """An address that packs badly, as ids of claims do."""
    return f"estimates?claim=post-{zlib.crc32(str(number).encode()):08x}{number * 7919:07x}"


def test_the_file_has_one_line_for_each_value_and_its_keys_in_order():
    assert to_json(Briefing("Morning", MORNING.views[:1])).splitlines() == [
        "{",
        '  "format": 1,',
        '  "title": "Morning",',
        '  "views": [',
        "    {",
        '      "address": "timeline?actor=norland&actor=estmark&event=e_vote",',
        '      "name": "The pact",',
        '      "note": "Say who voted."',
        "    }",
        "  ]",
        "}",
    ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", "timeline"),
        ("estimates", "estimates"),
        ("event=e_vote", "timeline?event=e_vote"),
        ("?event=e_vote", "timeline?event=e_vote"),
        ("https://dateline.example/", "timeline"),
        ("https://dateline.example", "timeline"),
        ("https://dateline.example/news/estimates?state=killed", "estimates?state=killed"),
        ("timeline?present=1&event=e_vote&step=4", "timeline?event=e_vote"),
    ],
)
def test_any_way_to_write_an_address_is_kept_in_one(written, kept):
    assert canonical(written, "here") == (kept, [])


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_as_it_is_kept_stays_as_it_is(address):
    assert canonical(address, "here") == (address, [])


def test_what_an_address_asks_for_in_vain_is_told():
    address, unread = canonical("timeline?colour=red&from=soon&event=e_vote&event=e_pact", "here")

    assert address == "timeline?event=e_vote"
    assert unread == ["colour=red", "from=soon", "event=e_pact"]


def test_a_file_with_a_choice_that_is_gone_is_loaded_and_says_so():
    text = to_json(MORNING).replace("event=e_vote", "mood=calm")
    loaded = from_json(text, "b.json")

    assert loaded.briefing.views[0].address == "timeline?actor=norland&actor=estmark"
    assert loaded.notes == (
        "View 1, “The pact”: mood=calm is no choice of its page and was left out.",
    )


def entry(**changed: object) -> dict[str, object]:
    return {"address": "timeline", "name": "n", "note": ""} | changed


def document(**changed: object) -> str:
    return json.dumps({"format": 1, "title": "t", "views": [entry()]} | changed)


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("", "b.json:1:1", "is not JSON"),
        ("{\n  'a': 1}", "b.json:2:3", "is not JSON"),
        ("[]", "b.json", "is a list without views"),
        ("{}", "b.json", "is an object without views"),
        ("[" * 5000, "b.json", "nested too deep"),
        ("[" * 100_000 + "]" * 100_000, "b.json", "nested too deep"),
        ("9" * 5000, "b.json", "endless numbers"),
        (document(format=2), "b.json", "'format' is 2"),
        (document(views={}), "b.json", "'views' is an object"),
        (document(title=None), "b.json", "'title' is nothing"),
        (document(title="x" * 121), "b.json", "121 characters"),
        (document(extra=1), "b.json", "has the key 'extra'"),
        (document(views=[entry()] * (MOST_VIEWS + 1)), "b.json", "has 101 views"),
        (document(views=["timeline"]), "b.json, view 1", "is text"),
        (document(views=[entry(), entry(address="")]), "b.json, view 2", "has no 'address'"),
        (document(views=[entry(address=7)]), "b.json, view 1", "'address' is a number"),
        (document(views=[entry(address="method")]), "b.json, view 1", "leads to 'method'"),
        (document(views=[entry(address="http://[/timeline?")]), "b.json, view 1", "is none"),
        (document(views=[entry(address="javascript:alert(1)//x?a=1")]), "b.json, view 1", "'x'"),
        (document(views=[entry(address="timeline?q=" + "x" * 9000)]), "b.json, view 1", "9,011"),
        (document(views=[entry(note="x" * 301)]), "b.json, view 1", "301 characters"),
        (document(views=[entry(nmae="x")]), "b.json, view 1", "has the key 'nmae'"),
        (document(views=[entry(name="\ud800")]), "b.json, view 1", "half a character"),
        ('{"views": [], "views": []}', "b.json", "'views' twice"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_with_place_thing_and_expectation(
    text, place, problem
):
    with pytest.raises(BriefingError) as caught:
        from_json(text, "b.json")

    assert caught.value.place == place
    assert problem in str(caught.value)
    assert "; expected " in str(caught.value)


def test_bytes_that_are_no_text_and_files_that_are_too_large_are_refused():
    with pytest.raises(BriefingError, match="byte 3 is not UTF-8"):
        from_bytes(b"{ \xff}", "b.json")
    with pytest.raises(BriefingError, match="1,000,001 bytes"):
        from_bytes(b" " * (LARGEST + 1), "b.json")
    marked = b"\xef\xbb\xbf" + to_json(MORNING).encode("utf-8")
    assert from_bytes(marked, "b.json").briefing == MORNING


@given(st.text(max_size=200))
def test_any_text_is_a_briefing_or_refused_on_purpose(text):
    for read in (partial(from_json, text, "b.json"), partial(unpacked, text)):
        with suppress(BriefingError):
            assert isinstance(read().briefing, Briefing)


def code_of(content: bytes) -> str:
    return urlsafe_b64encode(zlib.compress(content, 9)).decode("ascii").rstrip("=")


@pytest.mark.parametrize(
    "code",
    [
        "",
        "é",
        "abc!",
        packed(MORNING)[:-9],
        packed(MORNING)[4:],
        code_of(b"\xff\xfe"),
        code_of(b"{}"),
        code_of(b'["t", [["name only"]]]'),
        code_of(b'["t", 3]'),
        code_of(b'["t", [["n", "method", ""]]]'),
        code_of(b"[" * 50_000),
        code_of(b" " * (LARGEST + 10)),
    ],
    ids=range(12),
)
def test_a_link_that_is_damaged_says_so(code):
    with pytest.raises(BriefingError, match="the link"):
        unpacked(code)


def test_control_characters_and_breaks_do_not_reach_the_screen():
    loaded = from_json(document(views=[entry(name="a\n\tb\u202e\x00 c", note="")]), "b.json")

    assert loaded.briefing.views[0].name == "a b c"


def test_a_view_without_a_name_is_called_by_its_address():
    loaded = from_json(document(views=[{"address": "estimates?state=killed"}]), "b.json")

    assert loaded.briefing.views[0] == View("estimates?state=killed", "estimates?state=killed")


def test_a_full_briefing_takes_no_more():
    full = Briefing("", (MORNING.views[0],) * MOST_VIEWS)
    with pytest.raises(BriefingError, match="no more than these"):
        full.with_view(MORNING.views[0])


@pytest.mark.parametrize(
    ("address", "page", "params"),
    [
        ("estimates", "estimates", {}),
        ("/estimates", "estimates", {}),
        ("timeline?q=pact", "timeline", {"q": ["pact"]}),
        ("https://host/deep/timeline?q=pact", "timeline", {"q": ["pact"]}),
        ("q=pact", "", {"q": ["pact"]}),
        ("elsewhere", "", {}),
    ],
)
def test_an_address_may_be_a_page_a_query_or_both(address, page, params):
    assert params_of(address) == (page, params)


def test_a_view_of_a_page_without_choices_has_none():
    assert View("How many", "estimates").page == "estimates"
    assert View("How many", "estimates").chosen == {}
