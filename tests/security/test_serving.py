"""The server as the network meets it: what it answers, to whom, and with which limits."""

import gc
import http.client
import socket
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from bench.sessions import Session
from dateline.errors import ServingError
from dateline.ui import server as serving_code
from dateline.ui import tables
from dateline.ui.closed_door import HEADERS, is_known_host, is_open, is_own_origin, policy
from tests.serving import run, serving


def ask(server: str, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    parts = urlsplit(server)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def visited(server: str, page: str = "", query: str = "", **how: str):
    async def visit():
        async with Session(server, **how) as session:
            return await session.visit(page, query)

    return run(visit())


def test_a_fresh_server_opens_a_deep_link_as_its_first_page(server):
    """In this file's order the first visit of all; its tables are read before it comes."""
    answer = visited(server, "estimates", "state=killed")

    assert not answer.errors
    assert any("Troop numbers claimed" in html for html in answer.html)
    assert "bidi_component" in answer.kinds
    assert answer.said()


def test_every_page_is_served(server):
    for page in ("timeline", "estimates", "sources", "data", "method"):
        answer = visited(server, page)

        assert not answer.errors, page
        assert sum(html.count("<h1") for html in answer.html) == 1, page


@pytest.mark.parametrize(
    "path", ["/", "/estimates", "/ready", "/_stcore/health", "/nowhere/at/all"]
)
def test_every_answer_says_what_a_browser_may_do(server, path):
    answer = ask(server, path)

    for name, value in HEADERS.items():
        assert answer.headers.get_all(name) == [value]
    rules = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in rules
    assert "unsafe-eval" not in rules.replace("wasm-unsafe-eval", "")
    assert "script-src 'self'" in rules
    assert "'unsafe-inline'" not in rules.split("script-src")[1].split(";")[0]
    assert "server" not in answer.headers


def test_the_only_inline_script_is_allowed_by_its_hash():
    assert "'sha256-" in policy(serving_code.INDEX.read_text(encoding="utf-8"))
    assert "'sha256-" not in policy("<script src='x'></script>")


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact",
        "/_stcore/agent/mcp", "/_stcore/script-health-check", "/component/x/index.html",
        "/_stcore/stream/../metrics", "/app/static/icon.png",
    ],
)  # fmt: skip
def test_what_is_for_operators_or_programs_is_closed(server, path):
    for method in ("GET", "POST"):
        answer = ask(server, path, method)

        assert answer.status in {404, 405} or b"<title>Streamlit" in answer.body
        assert b"cache_memory" not in answer.body
        assert b'"openapi"' not in answer.body


def test_the_door_knows_what_it_leaves_open():
    assert all(map(is_open, ["/", "/_stcore/health", "/_stcore/stream", "/media/x.csv"]))
    assert not any(map(is_open, ["/_stcore/metrics", "/_stcore/healthy", "/_stcore/"]))


def test_health_and_readiness_are_told_apart(server, tmp_path):
    assert ask(server, "/_stcore/health").status == 200
    assert ask(server, "/ready").body == b"ready\n"

    with serving(tmp_path / "nothing", tmp_path / "log.txt") as empty:
        assert ask(empty, "/_stcore/health").status == 200
        assert ask(empty, "/ready").status == 503
        assert any(kind == "alert" for kind in visited(empty).kinds)


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "192.0.2.7", "localhost."])
def test_it_answers_under_its_own_names(server, name):
    assert ask(server, "/", Host=f"{name}:{urlsplit(server).port}").status == 200


@pytest.mark.parametrize(
    "name",
    [
        "rebound.example",
        "localhost.rebound.example",
        "127.0.0.1.rebound.example",
        "u@localhost",
        "",
    ],
)
def test_a_name_that_somebody_points_here_is_refused(server, name):
    assert ask(server, "/", Host=name).status == 421
    assert ask(server, "/_stcore/health", Host=name).status == 421


def test_a_known_name_is_a_whole_name():
    assert is_known_host("desk.example:8501", ["Desk.Example"])
    assert not is_known_host("a.desk.example", ["desk.example"])
    assert not is_known_host("desk.example:x", ["desk.example"])


@pytest.mark.parametrize(
    "how",
    [
        {"origin": "http://elsewhere.example"}, {"origin": "http://localhost:1"},
        {"origin": "null"}, {"origin": ""}, {"name": "rebound.example"},
    ],
)  # fmt: skip
def test_a_session_is_opened_by_the_page_itself_alone(server, how):
    with pytest.raises(InvalidStatus):
        visited(server, **how)


def test_an_origin_is_compared_as_a_whole():
    assert is_own_origin("https://desk.example", "desk.example")
    assert not is_own_origin("https://desk.example.evil", "desk.example")
    assert not is_own_origin("https://desk.example:1", "desk.example")


def test_a_message_that_is_too_long_ends_the_session(server):
    async def send():
        async with Session(server) as session:
            await session._socket.send(b"x" * (serving_code.MOST_RECEIVED + 1))
            with pytest.raises(ConnectionClosed) as closed:
                await session._socket.recv()
        return closed.value.rcvd.code

    assert run(send()) == 1009


def test_a_session_may_send_few_small_files(server):
    statuses = [ask(server, "/_stcore/upload_file/made-up/x", "PUT").status for _ in range(21)]

    assert set(statuses[:-1]) == {403}  # no token, and no such session
    assert statuses[-1] == 429


def test_nothing_is_told_to_others(server):
    """No statistics, no links to search an error elsewhere, no details of an error."""
    page = ask(server, "/_stcore/host-config")

    assert b'"metricsUrl":""' in page.body
    assert serving_code.config.get_option("browser.gatherUsageStats") is False
    assert serving_code.config.get_option("client.showErrorDetails") == "none"
    assert serving_code.config.get_option("client.showErrorLinks") is False


def test_sockets_send_at_once_and_listen_here_alone():
    sockets = serving_code.listening("", 0)
    try:
        assert {one.getsockname()[0] for one in sockets} <= {"127.0.0.1", "::1"}
        assert len({one.getsockname()[1] for one in sockets}) == 1
        for one in sockets:
            assert one.proto == socket.IPPROTO_TCP  # what asyncio asks before it sets the option
            assert one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    finally:
        for one in sockets:
            one.close()


def test_a_port_in_use_is_said():
    refused = pytest.raises(ServingError, match=r"cannot listen on 127.0.0.1.*--port")
    with socket.create_server(("127.0.0.1", 0)) as other, refused:
        serving_code.listening("127.0.0.1", other.getsockname()[1])


def test_the_tables_are_read_and_frozen_before_anybody_is_let_in(golden_data, monkeypatch):
    monkeypatch.setenv(tables.DATA_VARIABLE, str(golden_data))
    reads = []
    monkeypatch.setattr(
        tables.store, "read_all", lambda folder, read=tables.store.read_all: (
            reads.append(folder), read(folder))[1],
    )  # fmt: skip

    messages = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])
    seen = []

    async def receive():
        return next(messages)

    async def send(message):
        if message["type"] == "lifespan.startup.complete":
            seen.append((len(reads), gc.get_freeze_count()))

    async def start():
        await serving_code.application()({"type": "lifespan"}, receive, send)

    try:
        run(start())
    finally:
        gc.unfreeze()

    [(read, frozen)] = seen
    assert read == 1
    assert frozen > 100_000


def test_streamlit_alone_still_serves_it(golden_data, tmp_path):
    command = ("-m", "streamlit", "run", "dashboard.py", "--server.headless=true", "--server.port")
    with serving(golden_data, tmp_path / "log.txt", command=command) as address:
        answer = visited(address, "data")

    assert not answer.errors
    assert any("<h1" in html for html in answer.html)
