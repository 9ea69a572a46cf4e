"""Sign-in: off unless configured, and then nothing is shown to whoever is not let in."""

import pytest
from streamlit.testing.v1 import AppTest

from dateline.ui import signin, tables
from dateline.ui.pages import TITLES
from tests.golden import story
from tests.serving import ROOT

AUTH = {"redirect_uri": "http://localhost:8501/oauth2callback", "cookie_secret": "c" * 32}
SETTINGS = {"auth": AUTH, "dateline": {"allowed": ["Ann@Desk.example", "@wire.example"]}}
ANN = {"is_logged_in": True, "email": "ann@desk.example", "email_verified": True}


@pytest.fixture
def opened(golden_data, monkeypatch):
    """Open a page as a visitor whom the provider calls *visitor*; reads of the tables count."""
    reads = []
    read_all = tables.store.read_all
    monkeypatch.setattr(tables.store, "read_all", lambda *a: (reads.append(a), read_all(*a))[1])
    monkeypatch.setenv(tables.DATA_VARIABLE, str(golden_data))

    def open_page(name, visitor, settings=SETTINGS):
        tables._load.cache_clear()
        monkeypatch.setattr(signin, "_visitor", lambda: visitor)
        monkeypatch.setattr(signin, "_settings", lambda: settings)
        app = AppTest.from_file(ROOT / "pages" / f"{name}.py", default_timeout=90)
        app.run()
        assert not app.exception
        return app, "\n".join(element.proto.body for element in app.get("html")), reads

    return open_page


STRANGERS = [
    {},
    ANN | {"email": "eve@elsewhere.example"},
    ANN | {"email_verified": False},
]


@pytest.mark.parametrize(
    ("name", "visitor"),
    [
        *((name, {"is_logged_in": False}) for name in TITLES),
        *(("timeline", stranger) for stranger in STRANGERS),
    ],
)
def test_who_is_not_let_in_is_sent_nothing(opened, name, visitor):
    """Asked for a page's own file, as a deep link on a fresh server does."""
    app, html, reads = opened(name, visitor)

    assert not reads
    assert not any(event[1] in html for event in story.EVENTS)
    assert {element.type for element in app.main} <= {"main", "html", "button"}


def test_who_is_on_the_list_sees_the_page_and_the_way_out(opened):
    app, html, _ = opened("timeline", ANN)

    assert "What happened, and who says so" in html
    assert "Signed in as ann@desk.example" in html
    assert app.button(key="sign-out").label == "Sign out"


def test_without_configuration_everybody_sees_it(opened):
    app, html, _ = opened("timeline", {}, {})

    assert "What happened, and who says so" in html
    assert "sign-out" not in {button.key for button in app.button}


def test_secrets_that_cannot_be_read_close_the_dashboard(opened):
    _, html, reads = opened("timeline", ANN, None)

    assert not reads
    assert "closed" in html


@pytest.mark.parametrize(
    ("visitor", "ours", "expected"),
    [
        (ANN, {"allowed": ["ann@desk.example"]}, True),
        (ANN, {"allowed": ["ANN@desk.EXAMPLE "]}, True),
        (ANN, {"allowed": ["@desk.example"]}, True),
        (ANN, {"allowed": ["desk.example"]}, False),
        (ANN, {"allowed": []}, False),
        (ANN, {}, False),
        (ANN, "ann@desk.example", False),
        (ANN, {"allowed": "ann@desk.example"}, False),
        (ANN | {"email": "ann@desk.example@evil.example"}, {"allowed": ["@evil.example"]}, False),
        (ANN | {"email": "@desk.example"}, {"allowed": ["@desk.example"]}, False),
        (ANN | {"email": "x@sub.desk.example"}, {"allowed": ["@desk.example"]}, False),
        (ANN | {"email": None}, {"allowed": ["@desk.example"]}, False),
        (ANN | {"email_verified": "true"}, {"allowed": ["@desk.example"]}, False),
        (ANN | {"email_verified": None}, {"allowed": ["@desk.example"]}, False),
        (ANN | {"email_verified": None}, {"allowed": ["@desk.example"], "trust_email": True}, True),
    ],
)
def test_the_list_is_read_to_the_letter(visitor, ours, expected):
    assert signin.is_allowed(visitor, {"auth": AUTH, "dateline": ours}) is expected


def test_settings_come_from_the_file_of_secrets(tmp_path, monkeypatch):
    from streamlit.runtime.secrets import secrets_singleton

    path = tmp_path / "secrets.toml"
    monkeypatch.setattr("streamlit.config.get_option", _with_secrets_at(path))
    secrets_singleton._reset()
    assert signin._settings() == {}

    path.write_text('[auth]\ncookie_secret = "x"\n[dateline]\nallowed = ["a@b"]\n')
    assert signin._settings()["dateline"] == {"allowed": ["a@b"]}

    secrets_singleton._reset()
    path.write_text("[auth\n")
    assert signin._settings() is None
    secrets_singleton._reset()


def _with_secrets_at(path):
    from streamlit import config

    ask = config.get_option
    return lambda name: [str(path)] if name == "secrets.files" else ask(name)
