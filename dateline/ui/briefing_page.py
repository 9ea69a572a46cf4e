"""The Briefing page: the collected views, their order, names and lines, and where they are kept."""

import streamlit as st

from dateline.errors import BriefingError
from dateline.ui import collected, copy_link, downloads, heading, pages, tables
from dateline.ui.markup import plain
from dateline.views.address import params_of
from dateline.views.briefing import LONGEST_NAME, LONGEST_NOTE, View
from dateline.views.briefing_file import LONGEST_LINK, from_bytes, one_line, packed, to_json

_PROBLEM, _UPLOADS = "_briefing_problem", "_briefing_uploads"


def start() -> None:
    """Title and problems, and the briefing of the link that was opened.

    Where the tables cannot be shown, no view of them can: that is said here, before the meeting.
    """
    tables.story()
    heading.title(
        "Briefing",
        "Views in the order you show them. Add one on Timeline, Troop estimates or Events and "
        "numbers, then press P: →, space or a clicker’s PageDown goes on, ← goes back, Esc leaves.",
    )
    problem = collected.follow_address() or st.session_state.pop(_PROBLEM, "")
    if problem:
        st.error(plain(f"{problem[0].upper()}{problem[1:]}. The briefing below is as it was."))
    for note in collected.held().notes:
        st.warning(plain(note))


def listed() -> None:
    """Every view, to be named, annotated, moved, opened and taken out."""
    now = collected.held()
    _title_field(now.briefing.title)
    if not now.briefing.views:
        st.info(
            "No view is collected yet. Open Timeline, Troop estimates or Events and numbers, "
            "choose what to show, and use “Add this view”; or load a briefing’s file below."
        )
    for at, (number, view) in enumerate(zip(now.numbers, now.briefing.views, strict=True)):
        with st.container(border=True, key=f"view-{number}"):
            _row(at, len(now.numbers), number, view)


def _title_field(title: str) -> None:
    key = "briefing-title"
    st.session_state[key] = title

    def take() -> None:
        collected.entitle(one_line(st.session_state[key]))

    st.text_input("Title of the briefing", key=key, on_change=take, max_chars=LONGEST_NAME)


def _row(at: int, count: int, number: int, view: View) -> None:
    name, note, acts = st.columns([2, 2.4, 1.5], vertical_alignment="bottom")
    with name:
        _field(number, "name", f"{at + 1}. Name of the view", view.name, LONGEST_NAME)
    with note:
        _field(number, "note", f"Your line on view {at + 1}", view.note, LONGEST_NOTE)
    with acts, st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            "Up", help=f"Move view {at + 1} up", disabled=at == 0,
            key=f"up-{number}", on_click=collected.move, args=(number, -1),
        )  # fmt: skip
        st.button(
            "Down", help=f"Move view {at + 1} down",
            disabled=at == count - 1, key=f"down-{number}", on_click=collected.move,
            args=(number, 1),
        )  # fmt: skip
        st.button(
            "Out", help=f"Take view {at + 1} out", key=f"out-{number}",
            on_click=collected.remove, args=(number,),
        )  # fmt: skip
        page, params = params_of(view.address)
        st.page_link(
            pages.page(page),
            label="Open",
            query_params=params,
            help=f"Open view {at + 1} on its page",
        )


def _field(number: int, name: str, label: str, value: str, longest: int) -> None:
    key = f"view-{name}-{number}"
    st.session_state.setdefault(key, value)

    def take() -> None:
        text = one_line(st.session_state[key])
        collected.change(number, **{name: text})

    placeholder = "What you want to say, in one line" if name == "note" else ""
    st.text_input(
        label, key=key, on_change=take, max_chars=longest, placeholder=placeholder,
    )  # fmt: skip


def kept() -> None:
    """Taking the briefing away, and bringing one in."""
    briefing = collected.held().briefing
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if briefing.views:
            st.download_button(
                "Download the file", to_json(briefing).encode("utf-8"), "briefing.json",
                "application/json", on_click="ignore", icon=":material/download:",
            )  # fmt: skip
            if packed(briefing):
                copy_link.button("briefing")
            st.button("Start anew", on_click=collected.start_anew, type="tertiary")
        if collected.can_bring_back():
            st.button("Bring back what was here before", on_click=collected.bring_back)
    if briefing.views:
        downloads.briefing_exports(briefing)
    if briefing.views and not packed(briefing):
        heading.note(
            f"This briefing is too long for a link, which holds {LONGEST_LINK:,} characters: send "
            "the file instead."
        )
    _upload()


def _upload() -> None:
    """A field for a file, which is empty again once the file was read."""
    count = st.session_state.get(_UPLOADS, 0)
    key = f"briefing-file-{count}"

    def load() -> None:
        file = st.session_state[key]
        if file is None:
            return
        st.session_state[_UPLOADS] = count + 1
        try:
            collected.take(from_bytes(file.getvalue(), file.name))
        except BriefingError as error:
            st.session_state[_PROBLEM] = str(error)

    st.file_uploader(
        "Load a briefing’s file (it replaces what is above)", type=["json"], key=key,
        on_change=load, max_upload_size=1,
    )  # fmt: skip
