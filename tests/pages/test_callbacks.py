"""What a reader asks for is done whole, however quickly they ask for the next thing."""

import pytest
from streamlit import config
from streamlit.runtime.scriptrunner import StopException
from streamlit.runtime.state import SafeSessionState

from dateline.ui import callbacks, shell
from tests.serving import ROOT


class Session:
    """A session with one callback, which steps on; what is asked meanwhile breaks off the run."""

    def __init__(self) -> None:
        self.kept = {"at": 1}
        self.safe = SafeSessionState(self, self.interrupt)

    def interrupt(self) -> None:
        raise StopException

    def on_script_will_rerun(self, *_: object, **__: object) -> None:
        self.safe["at"] = self.safe["at"] + 1

    def __getitem__(self, key: str) -> int:
        return self.kept[key]

    def __setitem__(self, key: str, value: int) -> None:
        self.kept[key] = value


def test_a_callback_runs_to_its_end_and_the_rest_does_not():
    assert shell.callbacks is callbacks  # which has Streamlit keep them whole
    session = Session()
    session.safe.on_script_will_rerun(None)

    assert session.kept == {"at": 2}
    with pytest.raises(StopException):
        session.safe["at"] = 9


def test_no_two_threads_run_the_callbacks_of_one_visitor():
    assert config.get_option("runner.fastReruns") is False
    assert "fastReruns = false" in (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
