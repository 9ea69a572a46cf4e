"""Who may see the dashboard. Everybody who reaches it, unless somebody configures sign-in.

Signing in is Streamlit's own, with any OpenID Connect provider, set up in .streamlit/secrets.toml:
its section `[auth]` turns it on, and `allowed` in the section `[dateline]` lists who is let in, by
e-mail address or, with an "@" in front, by domain. Once it is on, whatever is in doubt keeps the
visitor out: a list that is missing, an address that nobody verified, secrets that cannot be read.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from dateline.ui import heading
from dateline.ui.markup import show, tag

NONE_FOUND = "no-secrets-found"


def is_admitted() -> bool:
    """Whether the visitor may see anything; what to do about it is on the page where not."""
    settings = _settings()
    if settings is None:
        _say("The dashboard is closed: its secrets.toml cannot be read. Whoever runs it must act.")
        return False
    if "auth" not in settings:
        return True
    visitor = _visitor()
    if not visitor.get("is_logged_in"):
        _say("Sign in to see the dashboard.")
        st.button("Sign in", on_click=st.login, key="sign-in", type="primary")
        return False
    if not is_allowed(visitor, settings):
        _say("This account is not on the list of those who may see the dashboard.")
        st.button("Sign out", on_click=st.logout, key="sign-out")
        return False
    return True


def is_allowed(visitor: Mapping[str, Any], settings: Mapping[str, Any]) -> bool:
    """Whether a visitor who signed in is on the allow list of *settings*.

    An address counts if the provider says that it verified it, or if `trust_email` says that this
    provider gives none that others could choose.
    """
    ours = settings.get("dateline")
    ours = ours if isinstance(ours, Mapping) else {}
    allowed = ours.get("allowed")
    email = visitor.get("email")
    if not isinstance(allowed, list) or not isinstance(email, str):
        return False
    if visitor.get("email_verified") is not True and ours.get("trust_email") is not True:
        return False
    address = email.strip().casefold()
    name, at, domain = address.rpartition("@")
    if not name or not at or not domain or "@" in name:
        return False
    known = {entry.strip().casefold() for entry in allowed if isinstance(entry, str)}
    return address in known or f"@{domain}" in known


def foot() -> None:
    """Who is signed in, and the way out; nothing where nobody has to."""
    settings = _settings()
    if settings and "auth" in settings:
        heading.note(f"Signed in as {_visitor().get('email', '')}")
        st.button("Sign out", on_click=st.logout, key="sign-out", type="tertiary")


def _say(words: str) -> None:
    heading.title("Dateline", "")
    show(tag("p", words))


def _settings() -> Mapping[str, Any] | None:
    """What secrets.toml says: nothing where there is none, `None` where it cannot be read."""
    try:
        return dict(st.secrets.to_dict())
    except StreamlitSecretNotFoundError as error:
        return {} if getattr(error, "error_id", "") == NONE_FOUND else None


def _visitor() -> Mapping[str, Any]:
    return dict(st.user.to_dict())
