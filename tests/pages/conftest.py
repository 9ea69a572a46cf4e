"""The made-up story of tests/golden, written to disk once, and the dashboard on top of it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dateline import store
from tests.golden import story

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
PATIENCE = 60  # seconds a page may take on a slow machine with two cores


@pytest.fixture(scope="session")
def golden_data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("golden") / "data"
    store.write_tables(story.tables(), story.TEXTS, folder)
    return folder


@pytest.fixture
def opened(golden_data, monkeypatch):
    """Open a page as a browser would with an address: ``opened("estimates", state=["killed"])``."""

    def open_page(name: str = "timeline", data: Path = golden_data, **params: list[str]) -> AppTest:
        monkeypatch.setenv("DATELINE_DATA", str(data))
        app = AppTest.from_file(DASHBOARD, default_timeout=PATIENCE)
        # A first run registers the pages; the address is then set as if it were typed.
        app.run()
        app.switch_page(f"pages/{name}.py")
        for key, values in params.items():
            app.query_params[key] = values
        app.run()
        assert not app.exception, app.exception[0].message
        return app

    return open_page
