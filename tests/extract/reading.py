"""Short articles read whole, for tests that ask what a sentence tells."""

from datetime import date

from dateline.extract.actors import ActorIndex
from dateline.extract.reader import read_article
from dateline.model import Article, PublishedBasis

NOBODY = ActorIndex([])


def read(text, published="2031-05-07"):
    """What an article of *text* tells, read without a list of actors. The 7th is a Wednesday."""
    day = date.fromisoformat(published)
    return read_article(
        Article("a", "", "The Courier", day, PublishedBasis.STATED, text), [], NOBODY
    )


def told(text, published="2031-05-07"):
    """Each mention as its kind and days, in reading order."""
    return [
        (str(mention.kind), mention.reading.edtf if mention.reading else "")
        for mention in read(text, published).mentions
    ]
