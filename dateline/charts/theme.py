"""Colours, shapes and type sizes, for both grounds, in one table each.

Every colour stands out from its ground by 3.7:1 or more, and those of one legend stay apart for
people who see no red, no green or no blue; the tests compute both. Shape repeats colour anyway.
"""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model import State
from dateline.views.families import Family

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'


class Ground(StrEnum):
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark as Plotly calls it, and as an SVG path in a box of 16 by 16 for legends."""

    plotly: str
    path: str


SQUARE = Shape("square", "M3 3h10v10H3z")
CIRCLE = Shape("circle", "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z")
PLAY = Shape("triangle-right", "M3.5 2l10 6l-10 6z")
TRIANGLE = Shape("triangle-up", "M8 2.5l6 10.5H2z")
DOWN = Shape("triangle-down", "M8 13.5L14 3H2z")
DIAMOND = Shape("diamond", "M8 1.5L14.5 8L8 14.5L1.5 8z")
CROSS = Shape("x", "M2.5 5l2.5-2.5 3 3 3-3L13.5 5l-3 3 3 3-2.5 2.5-3-3-3 3L2.5 11l3-3z")
STAR = Shape("star", "M8 1.2l2 4.6 5 .4-3.8 3.3 1.2 4.9L8 11.8l-4.4 2.6 1.2-4.9L1 6.2l5-.4z")
HEXAGON = Shape("hexagon", "M8 1.8l5.4 3.1v6.2L8 14.2l-5.4-3.1V4.9z")

FAMILY_SHAPES = {
    Family.LAW: SQUARE,
    Family.INTELLIGENCE: CIRCLE,
    Family.FORCE: PLAY,
    Family.DIPLOMACY: TRIANGLE,
    Family.STATEMENT: DIAMOND,
    Family.DENIAL: CROSS,
    Family.INCIDENT: STAR,
    Family.OTHER: HEXAGON,
}
FAMILY_COLOURS = {
    Ground.LIGHT: {
        Family.LAW: "#0052AB",
        Family.INTELLIGENCE: "#0D7A4E",
        Family.FORCE: "#A12468",
        Family.DIPLOMACY: "#A77400",
        Family.STATEMENT: "#697C91",
        Family.DENIAL: "#1B1F24",
        Family.INCIDENT: "#AF1A14",
        Family.OTHER: "#7550F8",
    },
    Ground.DARK: {
        Family.LAW: "#5AA9FF",
        Family.INTELLIGENCE: "#8FE3B0",
        Family.FORCE: "#FD8ABD",
        Family.DIPLOMACY: "#FCC445",
        Family.STATEMENT: "#8A8E8F",
        Family.DENIAL: "#FFFFFF",
        Family.INCIDENT: "#FF6A49",
        Family.OTHER: "#8168EF",
    },
}

# Claimants get the same colours, in this order, by how much they claim; whoever comes later shares
# the last. One set of colours serves both charts, so that pills can be coloured like marks.
CLAIMANT_FAMILIES = (
    Family.LAW,
    Family.DIPLOMACY,
    Family.INCIDENT,
    Family.OTHER,
    Family.INTELLIGENCE,
    Family.STATEMENT,
)

# The glyph and the name of Streamlit's text colour in which a pill shows its family; the values of
# those names are set to the family's own colour in .streamlit/config.toml.
GLYPHS = {
    Family.LAW: ("■", "blue"),
    Family.INTELLIGENCE: ("●", "green"),
    Family.FORCE: ("▶", "violet"),
    Family.DIPLOMACY: ("▲", "orange"),
    Family.STATEMENT: ("◆", "gray"),
    Family.DENIAL: ("✖", ""),
    Family.INCIDENT: ("★", "red"),
    Family.OTHER: ("⬢", "yellow"),
}

# What has happened is filled, what is to come is hollow; of losses, the wounded are.
STATE_SHAPES = {
    State.DEPLOYED: CIRCLE,
    State.PREPARING: CIRCLE,
    State.PLANNED: TRIANGLE,
    State.KILLED: DOWN,
    State.WOUNDED: DOWN,
    State.CASUALTIES: HEXAGON,
    State.CAPTURED: SQUARE,
    State.SUPPLIED: PLAY,
    State.PRODUCED: STAR,
    State.OTHER: DIAMOND,
}
HOLLOW_STATES = {State.PREPARING, State.PLANNED, State.WOUNDED}


@dataclass(frozen=True, slots=True)
class Base:
    """The ground and what is drawn on it apart from data."""

    ground: str
    ink: str
    muted: str
    grid: str
    band: str
    accent: str
    rule: str


BASES = {
    Ground.LIGHT: Base("#FFFFFF", "#1B1F24", "#4A5560", "#E3E7EB", "#F5F7F9", "#0B5CAD", "#9AA4AE"),
    Ground.DARK: Base("#12161B", "#EEF1F4", "#B4BEC9", "#2A323A", "#1A2027", "#7AB8FF", "#6B7784"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart is dressed: its ground, and the scale of everything measured in pixels.

    On a screen for a whole room no text is smaller than *smallest* pixels, and the chart has to fit
    into *tallest* of them; 0 where nothing forbids either.
    """

    ground: Ground = Ground.LIGHT
    scale: float = 1.0
    smallest: int = 0
    tallest: int = 0

    @property
    def base(self) -> Base:
        return BASES[self.ground]

    def px(self, size: float) -> int:
        return round(size * self.scale)

    def text(self, size: float) -> int:
        """The pixels of a type size."""
        return max(self.smallest, self.px(size))

    def family(self, family: str) -> str:
        return FAMILY_COLOURS[self.ground][Family(family)]

    def claimant(self, rank: int) -> str:
        return self.family(claimant_family(rank))

    def halo(self) -> str:
        """A text shadow in the colour of the ground, so that lines stop short of letters."""
        return ", ".join(f"{x}px {y}px 2px {self.base.ground}" for x in (-1, 1) for y in (-1, 1))


def claimant_family(rank: int) -> Family:
    """The family whose colour the claimant of this rank has."""
    return CLAIMANT_FAMILIES[min(rank, len(CLAIMANT_FAMILIES) - 1)]


def tint(colour: str, opacity: float) -> str:
    """A #RRGGBB colour as one that lets its ground through."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
