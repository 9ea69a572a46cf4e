"""The first visit, made by the server itself before it lets anybody in.

The tables are read, the figures drawn and the libraries loaded on a first visit, which takes
seconds. So a session of the server's own asks for every page while no door is open yet. It runs
what a visitor's would, through the runtime's own interface.
"""

import asyncio
import logging
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import ClientContext, SessionClient

from dateline.errors import DatelineError
from dateline.ui import tables
from dateline.views.event_index import tellings_of
from dateline.views.selection import Selection
from dateline.views.tables import OF_EVENTS

PATIENCE = 60.0  # seconds a page may take; a server that is not warm is better than none
_log = logging.getLogger(__name__)


class _Visitor(SessionClient):
    """Somebody who looks at nothing and notes when a page is done."""

    def __init__(self) -> None:
        self.done = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        if msg.WhichOneof("type") == "script_finished":
            self.done.set()

    @property
    def client_context(self) -> ClientContext | None:
        return None


async def visit(runtime: Runtime, pages: list[str]) -> None:
    """Open each of *pages* once. Whatever fails is logged, and a visitor will be told on the page.

    Called on the runtime's own loop.
    """
    visitor = _Visitor()
    session = runtime.connect_session(client=visitor, user_info={})
    try:
        for page in pages:
            visitor.done.clear()
            runtime.handle_backmsg(session, _asking_for(page))
            async with asyncio.timeout(PATIENCE):
                await visitor.done.wait()
    except TimeoutError:
        _log.warning("The pages were not ready within %.0f seconds.", PATIENCE)
    finally:
        runtime.close_session(session)


def work_out() -> None:
    """What a first step and a first look at the choices ask of all events at once."""
    try:
        story = tables.story()
    except DatelineError:
        return  # a visitor is told who can mend it
    tables.event_counts(Selection(), OF_EVENTS)
    for event_id in story.events["event_id"].head(1):
        tellings_of(story, event_id)


def _asking_for(page: str) -> Any:
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = ""
    return message
