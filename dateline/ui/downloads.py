"""What is shown, taken away: a button for the table, and every format behind another.

A file is made in a thread of its own, so that the page goes on; the reader sees how far it is, what
it could not carry, and what to do where it fails.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

from dateline import clock
from dateline.charts.picture import Shape
from dateline.charts.theme import Ground
from dateline.export.briefed import views_of
from dateline.export.formats import FORMATS, Format, Takes, written
from dateline.export.shown import Exported, Shown, stamped
from dateline.export.view import BESIDE, TABLE_OF_PAGE, declared, shown
from dateline.schema import Events
from dateline.ui import heading, tables, url
from dateline.ui.jobs import Job
from dateline.ui.markup import plain
from dateline.views.briefing import Briefing
from dateline.views.briefing_file import to_json

JOB = "_export_job"
QUICK = 0.4  # seconds to wait for a file before saying that it is being made
EVERY = 0.5  # seconds between two looks at a file that is being made
SHAPES = {Shape.SLIDE: "Slide, 16:9", Shape.PAGE: "Page, A4", Shape.SQUARE: "Square"}
WITH_CHART = ("events", "estimates")
OF_BRIEFINGS = ("pptx", "html", "xlsx")

Whole = Callable[[str], str]  # an address -> the same with its server


@dataclass(frozen=True, slots=True)
class Choice:
    """What a file is asked for: *rows* by their address or briefing, and how to write them."""

    rows: str
    table: str
    columns: tuple[str, ...]
    shape: Shape
    ground: Ground


Ask = Callable[[Choice, Whole], list[Shown]]


def csv_buttons(name: str, count: int) -> None:
    """The *count* rows that the Data page shows of a table, and beside them which rows these are.

    Either file is made when it is asked for, and not for everybody who looks at the page.
    """
    story, version = tables.story(), tables.version()
    address, whole = f"data?{url.query('data')}", _linked_back()

    def made() -> Exported:
        rows = shown(story, version, whole(address), name)
        return written(FORMATS["csv"], stamped([rows], clock.time_in_utc()))

    st.download_button(
        f"Download {count} {name if count != 1 else name.removesuffix('s')} (CSV)",
        lambda: made().content,
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"download-{name}",
        icon=":material/download:",
    )
    _about_button(f"about-{name}", f"{name}.csv", lambda: made().about)


def exports(page: str, table: str = "") -> None:
    """Every format for the rows that *page* shows; on the Data page, for those of *table*."""
    first = table or TABLE_OF_PAGE[page]
    both = (first, BESIDE[page]) if page in BESIDE and not table else ()
    name = page if both else first
    story, version = tables.story(), tables.version()

    def address() -> str:
        return f"{page}?{url.query(page)}"

    def ask(choice: Choice, whole: Whole) -> list[Shown]:
        which = choice.table if both else name
        return [
            shown(story, version, whole(choice.rows), which, choice.columns, choice.shape,
                  choice.ground)
        ]  # fmt: skip

    offered = tuple(key for key, form in FORMATS.items() if _fits(form, first))
    _panel(name, address, offered, ask, both or (first,))


def briefing_exports(briefing: Briefing) -> None:
    """The formats that hold several views, for all of *briefing*, named and annotated as it is."""
    story, version = tables.story(), tables.version()

    def ask(_choice: Choice, whole: Whole) -> list[Shown]:
        return views_of(story, version, briefing, whole=whole)

    _panel("briefing", lambda: to_json(briefing), OF_BRIEFINGS, ask)


@st.fragment
def _panel(
    name: str, rows: Callable[[], str], offered: tuple[str, ...], ask: Ask, held: Sequence[str] = ()
) -> None:
    """What to make of *rows* of the tables *held*.

    The panel runs alone, and what is chosen may have changed since the page around it ran, so it
    asks for the address, or for the briefing, that names them.
    """
    with st.container(horizontal=True, vertical_alignment="center", key=f"export-{name}"):
        with st.popover("Export", icon=":material/download:"):
            choice, form_name, form = _chosen(name, rows, offered, held)
            wanted = (form_name, name, choice, tables.version())
            if st.button("Make the file", key=f"make-{name}", type="primary"):
                whole = _linked_back()
                # Choosing the rows belongs to the work: of many rows it takes a while as well.
                job = Job(
                    lambda said: written(
                        form, stamped(ask(choice, whole), clock.time_in_utc()), said
                    ),
                    str(wanted),
                )
                job.start().wait(QUICK)
                st.session_state[JOB] = (wanted, job)
            heading.note(form.promise)
        # Beside the button and not behind it: whoever closes the choices still sees the file.
        made_for, job = st.session_state.get(JOB, (None, None))
        if job is not None and made_for == wanted:
            if job.is_running:
                _running()
            else:
                _ended(choice.table or name, form, job)


def _chosen(
    name: str, rows: Callable[[], str], offered: tuple[str, ...], held: Sequence[str]
) -> tuple[Choice, str, Format]:
    """What the reader wants to be made, and in which format."""
    form_name, form = _format(name, offered)
    table = _table(name, held) if len(held) > 1 and form.holds_one_table else ""
    one = table or (held[0] if len(held) == 1 else "")
    columns = _columns(name, list(declared(one).columns())) if form.has_columns and one else ()
    shape, ground = _look() if form.takes is Takes.CHART else (Shape.SLIDE, Ground.LIGHT)
    return Choice(rows(), table, columns, shape, ground), form_name, form


def _linked_back() -> Whole:
    """Puts the server that the reader sees before an address, so that a file links back."""
    here = urlsplit(st.context.url or "")
    if here.scheme not in ("http", "https"):
        return str
    front = f"{here.scheme}://{here.netloc}{here.path.rpartition('/')[0]}/"
    return lambda address: f"{front}{address}"


def _format(name: str, offered: tuple[str, ...]) -> tuple[str, Format]:
    chosen = st.selectbox(
        "Format", offered, format_func=lambda key: FORMATS[key].title, key=f"export-format-{name}"
    )
    key = str(chosen or offered[0])
    return key, FORMATS[key]


def _fits(form: Format, name: str) -> bool:
    match form.takes:
        case Takes.EVENTS:
            return declared(name) is Events
        case Takes.CHART:
            return name in WITH_CHART
        case _:
            return True


def _columns(name: str, columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        st.multiselect(
            "Columns",
            columns,
            placeholder="All columns",
            key=f"export-columns-{name}",
        )
    )


def _table(name: str, held: Sequence[str]) -> str:
    """Which of the tables a file of one table is to hold."""
    chosen = st.segmented_control(
        "Rows of", list(held), format_func=str.capitalize, key=f"export-table-{name}",
        default=held[0], required=True,
    )  # fmt: skip
    return str(chosen or held[0])


def _look() -> tuple[Shape, Ground]:
    """What a picture is for, and the ground it is on."""
    shape = st.segmented_control(
        "Size", list(Shape), format_func=SHAPES.__getitem__, key="export-shape",
        default=Shape.SLIDE, required=True,
    )  # fmt: skip
    ground = st.segmented_control(
        "Ground", list(Ground), format_func=str.capitalize, key="export-ground",
        default=Ground.LIGHT, required=True,
    )  # fmt: skip
    return Shape(shape or Shape.SLIDE), Ground(ground or Ground.LIGHT)


@st.fragment(run_every=EVERY)
def _running() -> None:
    """How far the file is; once it is there, the panel around it shows it."""
    _, job = st.session_state[JOB]
    if not job.is_running:
        st.rerun(scope="app")
    st.progress(job.share, text=f"{job.said}. The page can be used meanwhile.", width=420)


def _ended(name: str, form: Format, job: Job) -> None:
    if job.made is None:
        st.error(plain(job.problem))
        return
    if job.made.note():
        heading.note(f"{job.made.note()}.")
    st.download_button(
        f"Save {name}.{form.ending} ({_size(job.made.content)})",
        job.made.content,
        file_name=f"{name}.{form.ending}",
        mime=form.media_type,
        on_click="ignore",
        key=f"save-{name}",
        icon=":material/download:",
    )
    if job.made.about:
        _about_button(f"about-made-{name}", f"{name}.{form.ending}", job.made.about)


def _about_button(key: str, file_name: str, about: bytes | Callable[[], bytes]) -> None:
    """What lies beside the file *file_name*, which cannot say itself which rows it holds."""
    st.download_button(
        "Which rows these are",
        about,
        file_name=f"{file_name}.about.json",
        mime="application/json",
        on_click="ignore",
        key=key,
        type="tertiary",
        help="A file to lie beside the table: the choices in words and as a link, how many rows "
        "there are, the version and day of the data, when it was made.",
    )


def _size(content: Sequence[int]) -> str:
    count = len(content)
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} KB"
