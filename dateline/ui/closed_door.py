"""What stands between the network and the dashboard: who may ask, for what, and what a browser may
do with the answer.

Streamlit answers whoever asks, under any host's name: a page elsewhere can point a name of its own
at this machine and read the tables through its visitor's browser (DNS rebinding). Its metrics are
open, an upload to a name that was never issued stays in memory, and no answer limits what a browser
may load. This is one layer of ASGI around all of it, for pages and websockets alike.
"""

import base64
import hashlib
import ipaddress
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LOCAL_NAMES = frozenset({"localhost"})
# Streamlit's own addresses that a browser needs. All others under /_stcore/ are closed, metrics and
# the interface for programs among them; /component/ belongs to components that are not used.
OPEN_CORE = ("health", "host-config", "stream", "bidi-components/", "upload_file/")
CORE, COMPONENTS = "/_stcore/", "/component/"
UPLOADS = f"{CORE}upload_file/"
MOST_SESSIONS = 500
MOST_UPLOADS = 20  # of one session; each may be as long as server.maxUploadSize says
POLICY_VIOLATION, TRY_AGAIN_LATER = 1008, 1013
_INLINE_SCRIPT = re.compile(r"<script>(?P<code>[^<]{0,2000})</script>")

# A script whose name is made of what it holds never changes under that name.
_NAMED_BY_CONTENT = re.compile(r"/media/[0-9a-f]{32,64}\.(?:js|es)")
KEPT = (b"cache-control", b"private, max-age=31536000, immutable")
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def policy(index: str) -> str:
    """The content-security policy for a page whose own HTML is *index*.

    Scripts, pictures, fonts and connections come from here alone. `blob:` is how Streamlit loads
    the scripts of its components, and styles are inline wherever React sets one. A script that
    stands in *index* itself is allowed by its hash.
    """
    hashes = " ".join(
        f"'sha256-{_base64(hashlib.sha256(match['code'].encode()).digest())}'"
        for match in _INLINE_SCRIPT.finditer(index)
    )
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {hashes}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "media-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def is_known_host(host: str, names: Iterable[str]) -> bool:
    """Whether a request may be for *host*, the value of its Host header.

    An attacker's page can make a browser ask under the attacker's own name alone, so a bare address
    is as good as a known name.
    """
    try:
        parts = urlsplit(f"//{host}")
        name, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not name or parts.username is not None or parts.path or parts.query or parts.fragment:
        return False
    name = name.lower().rstrip(".")
    if name in LOCAL_NAMES or name in {known.lower().rstrip(".") for known in names}:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_own_origin(origin: str, host: str) -> bool:
    """Whether a websocket is opened by a page of this very server; browsers always say."""
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and parts.netloc.lower() == host.lower()


def is_open(path: str) -> bool:
    """Whether anybody is answered at *path*."""
    if path.startswith(COMPONENTS):
        return False
    if not path.startswith(CORE):
        return True
    rest = path.removeprefix(CORE)
    return any(rest == name or (name.endswith("/") and rest.startswith(name)) for name in OPEN_CORE)


class ClosedDoor:
    """ASGI middleware that lets in what is described above, and sets the headers."""

    def __init__(self, app: Any, names: Iterable[str] = (), index: Path | None = None) -> None:
        self._app, self._names = app, frozenset(names)
        html = index.read_text(encoding="utf-8") if index else ""
        policies = HEADERS | {"content-security-policy": policy(html)}
        self._headers = [(name.encode(), value.encode()) for name, value in policies.items()]
        self._sessions = 0
        self._uploads: Counter[str] = Counter()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        match scope["type"]:
            case "http":
                await self._page(scope, receive, send)
            case "websocket":
                await self._session(scope, receive, send)
            case _:
                await self._app(scope, receive, send)

    async def _page(self, scope: Any, receive: Any, send: Any) -> None:
        async def with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in self._headers}
                theirs = [
                    pair for pair in message.get("headers", []) if pair[0].lower() not in ours
                ]
                kept = [KEPT] if _NAMED_BY_CONTENT.fullmatch(scope["path"]) else []
                message = {**message, "headers": [*theirs, *self._headers, *kept]}
            await send(message)

        if not is_known_host(_header(scope, b"host"), self._names):
            await _refuse(with_headers, 421, "This server does not answer under that name.")
        elif not is_open(scope["path"]):
            await _refuse(with_headers, 404, "Not found.")
        elif scope["method"] == "PUT" and not self._may_upload(scope["path"]):
            await _refuse(with_headers, 429, "Too many files in one session; open another.")
        else:
            await self._app(scope, receive, with_headers)

    def _may_upload(self, path: str) -> bool:
        """Streamlit keeps whatever an open session sends, asked for or not, until it ends."""
        session = path.removeprefix(UPLOADS).split("/", 1)[0]
        self._uploads[session] += 1
        while len(self._uploads) > 2 * MOST_SESSIONS:
            self._uploads.pop(next(iter(self._uploads)))
        return self._uploads[session] <= MOST_UPLOADS

    async def _session(self, scope: Any, receive: Any, send: Any) -> None:
        host, origin = _header(scope, b"host"), _header(scope, b"origin")
        if not is_known_host(host, self._names) or not is_own_origin(origin, host):
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        if self._sessions >= MOST_SESSIONS:
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return
        self._sessions += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._sessions -= 1


def _header(scope: Any, name: bytes) -> str:
    """The value of a header that may stand once; empty where it stands not at all or twice."""
    found = [value for key, value in scope["headers"] if key.lower() == name]
    return found[0].decode("latin-1") if len(found) == 1 else ""


async def _refuse(send: Any, status: int, words: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})
