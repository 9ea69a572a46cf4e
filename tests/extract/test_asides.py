"""Relative clauses between commas: where they end, and that their days stay in them."""

import pytest

from dateline.extract.asides import find_asides
from dateline.model import Stance
from tests.extract.reading import read, told


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        (
            "The mayor, who toured the port on Monday, promised aid.",
            ["who toured the port on Monday"],
        ),
        ("The ship, which left in March, later sank.", ["which left in March"]),
        (
            "The clinic, which disclosed the leak in May, the agency said, will pay.",
            ["which disclosed the leak in May"],
        ),
        ("He met the envoy, who left on Monday.", ["who left on Monday"]),
        ("They blocked the port, where 40 ships wait, and the road.", ["where 40 ships wait"]),
        ("The mayor promised aid on Monday.", []),
    ],
)
def test_an_aside_ends_where_the_sentence_goes_on(text, asides):
    assert [aside.of(text) for aside in find_asides(text)] == asides


def test_the_date_of_an_aside_dates_nothing_outside():
    text = "The agency, which was called in on Monday, confirmed that hackers stole the records."

    assert ("other", "2031-05-05") in told(text)
    assert all(days == "" for kind, days in told(text) if kind != "other")


def test_what_a_speaker_confirms_does_not_confirm_an_aside():
    text = (
        "Norway's prime minister confirmed on Monday that troops had arrived in Narvik, where the "
        "army launched an offensive in April."
    )
    stances = {str(mention.kind): mention.stance for mention in read(text).mentions}

    assert stances["attack"] is Stance.ASSERTED
    assert stances["deployment"] is Stance.CONFIRMED
