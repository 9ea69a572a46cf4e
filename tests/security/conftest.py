"""A server on the made-up story, for all that is asked of it here."""

import pytest

from dateline import store
from tests.golden import story
from tests.serving import serving

SECRET = "sentinel-4f1d-never-to-be-seen"


@pytest.fixture(scope="session")
def golden_data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("golden") / "data"
    store.write_tables(story.tables(), story.TEXTS, folder)
    return folder


@pytest.fixture(scope="session")
def log(tmp_path_factory):
    return tmp_path_factory.mktemp("log") / "server.txt"


@pytest.fixture(scope="session")
def server(golden_data, log):
    """`python -m dateline serve`, fresh: the first to ask it is the first test that uses it."""
    with serving(golden_data, log, DATELINE_TEST_SECRET=SECRET) as address:
        yield address
