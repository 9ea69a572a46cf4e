"""Callbacks run to their end, whatever the reader does meanwhile.

Streamlit breaks off a run as soon as the browser asks for another one, at any access to the
session, and a callback is no exception: of two quick clicks the first would be lost, or half done
(`ScriptRunner._maybe_handle_execution_control_request`, which `SafeSessionState` calls). What
follows the callbacks is still broken off, so nothing takes longer. That no two threads run the
callbacks of one visitor at once is `runner.fastReruns` in .streamlit/config.toml.
"""

from typing import Any

from streamlit.runtime.state import SafeSessionState

_run = SafeSessionState.on_script_will_rerun


def _run_whole(state: SafeSessionState, *given: Any, **named: Any) -> None:
    """What runs the callbacks of a session, without a look at what is asked meanwhile."""
    interrupt = state._yield_callback
    object.__setattr__(state, "_yield_callback", _go_on)
    try:
        _run(state, *given, **named)
    finally:
        object.__setattr__(state, "_yield_callback", interrupt)


def _go_on() -> None:
    """Nothing breaks off a callback."""


def keep_whole() -> None:
    """Have every callback of this process run to its end."""
    SafeSessionState.on_script_will_rerun = _run_whole  # type: ignore[assignment, method-assign]
