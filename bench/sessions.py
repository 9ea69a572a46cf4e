"""A visitor without a browser: the dashboard's own websocket protocol, for benchmarks and tests.

It says what a browser would say, and reads the answers as messages: what was shown, in how many
bytes, after how long. Nothing is drawn.
"""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import connect

DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
WIDGETS = ("button", "button_group", "text_input", "selectbox", "multiselect", "slider")


@dataclass(slots=True)
class Answer:
    """What one run of a page sent."""

    seconds: float = 0.0
    size: int = 0
    html: list[str] = field(default_factory=list)
    data: list[dict[str, Any]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def said(self) -> str:
        """What a screen reader would hear of the chart: the state of the page in a line."""
        return next((str(data["say"]) for data in self.data if "say" in data), "")


class Session:
    """One open session; `async with Session(address) as session`."""

    def __init__(self, address: str, name: str = "", origin: str | None = None) -> None:
        """*name* is asked for instead of the address's own, *origin* said to be the page's."""
        parts = urlsplit(address)
        self._place = {"host": parts.hostname, "port": parts.port}
        self._asked = f"{name or parts.hostname}:{parts.port}"
        self._origin = f"http://{self._asked}" if origin is None else origin
        self._widgets: dict[str, str] = {}
        self._parts: dict[str, str] = {}  # the part of the page that a widget runs, by its id
        self._states: dict[str, WidgetState] = {}
        self._kept: set[str] = set()
        self._page = self._query = self._page_hash = ""

    async def __aenter__(self) -> Self:
        self._socket = await connect(
            f"ws://{self._asked}/_stcore/stream", subprotocols=["streamlit"],
            origin=self._origin or None, max_size=None, compression=None, ping_interval=None,
            open_timeout=60, **self._place,
        )  # fmt: skip
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def visit(self, page: str = "", query: str = "") -> Answer:
        """Open a page by its address, as a pasted link does."""
        self._page, self._query, self._page_hash = page, query, ""
        return await self._run()

    async def press(self, key: str) -> Answer:
        """Press the button with this key."""
        return await self._run(WidgetState(id=self._widgets[key], trigger_value=True))

    async def write(self, key: str, text: str) -> Answer:
        """Write into a field and leave it."""
        self._states[key] = WidgetState(id=self._widgets[key], string_value=text)
        return await self._run()

    def has(self, key: str) -> bool:
        return key in self._widgets

    async def _run(self, *once: WidgetState) -> Answer:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.page_name = self._query, "" if self._page_hash else self._page
        asked.page_script_hash = self._page_hash
        asked.widget_states.widgets.extend([*self._states.values(), *once])
        for state in once:
            asked.fragment_id = self._parts.get(state.id, "")
        asked.cached_message_hashes.extend(self._kept)
        asked.context_info.timezone, asked.context_info.locale = "Etc/UTC", "en-US"
        answer = Answer()
        started = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(120):
            while not self._take(await self._socket.recv(), answer):
                pass
        answer.seconds = time.perf_counter() - started
        return answer

    def _take(self, raw: Any, answer: Answer) -> bool:
        """Note what a message brings; whether it was the last."""
        answer.size += len(raw)
        message = ForwardMsg()
        message.ParseFromString(raw)
        match message.WhichOneof("type"):
            case "new_session":
                self._page_hash = message.new_session.page_script_hash
            case "page_info_changed":
                self._query = message.page_info_changed.query_string
            case "delta":
                if message.metadata.cacheable and message.hash:
                    self._kept.add(message.hash)
                self._show(message.delta, answer)
            case "ref_hash":
                answer.kinds.append("kept")
            case "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    answer.errors.append("does not compile")
                return message.script_finished in (*DONE, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)
        return False

    def _show(self, delta: Any, answer: Answer) -> None:
        if delta.WhichOneof("type") != "new_element":
            return
        element = delta.new_element
        kind = str(element.WhichOneof("type"))
        answer.kinds.append(kind)
        if kind in WIDGETS:
            widget = getattr(element, kind)
            self._widgets[widget.id.split("-", 2)[-1]] = widget.id
            self._parts[widget.id] = delta.fragment_id
        elif kind == "html":
            answer.html.append(element.html.body)
        elif kind == "exception":
            answer.errors.append(element.exception.message)
        elif kind == "bidi_component" and element.bidi_component.json:
            answer.data.append(dict(json.loads(element.bidi_component.json)))
