"""Colours are judged by computing, not by looking: contrast, and distance for colour-blind eyes."""

import itertools
import math
import tomllib
from pathlib import Path

import pytest

from dateline.charts import theme
from dateline.charts.theme import BASES, FAMILY_COLOURS, GLYPHS, Ground
from dateline.model import EventKind
from dateline.views.families import FAMILY_OF_KIND, Family

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, eye: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    seen = [min(1, max(0, sum(k * c for k, c in zip(row, rgb, strict=True)))) for row in EYES[eye]]
    r, g, b = seen
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """CIEDE2000."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    c1, c2 = math.hypot(a1 * (1 + g), b1), math.hypot(a2 * (1 + g), b2)
    h1 = math.degrees(math.atan2(b1, a1 * (1 + g))) % 360
    h2 = math.degrees(math.atan2(b2, a2 * (1 + g))) % 360
    dh = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(dh / 2))
    l_, c_ = (l1 + l2) / 2, (c1 + c2) / 2
    h_ = h1 + h2 if c1 * c2 == 0 else (h1 + h2 + (360 if abs(h1 - h2) > 180 else 0)) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(h_ - 30))
        + 0.24 * math.cos(math.radians(2 * h_))
        + 0.32 * math.cos(math.radians(3 * h_ + 6))
        - 0.20 * math.cos(math.radians(4 * h_ - 63))
    )
    sl = 1 + 0.015 * (l_ - 50) ** 2 / math.sqrt(20 + (l_ - 50) ** 2)
    sc, sh = 1 + 0.045 * c_, 1 + 0.015 * c_ * t
    rt = (
        -math.sin(math.radians(60 * math.exp(-(((h_ - 275) / 25) ** 2))))
        * 2
        * math.sqrt(c_**7 / (c_**7 + 25**7))
    )
    dl, dc = (l2 - l1) / sl, (c2 - c1) / sc
    return math.sqrt(dl**2 + dc**2 + (hue / sh) ** 2 + rt * dc * hue / sh)


def closest(colours: list[str], eye: str) -> tuple[float, tuple[str, str]]:
    pairs = itertools.combinations(colours, 2)
    return min((distance(lab(a, eye), lab(b, eye)), (a, b)) for a, b in pairs)


def test_the_distance_is_ciede2000():
    """A pair of Sharma, Wu and Dalal's published test data."""
    found = distance((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485))

    assert round(found, 4) == 2.0425


def data_colours(ground: Ground) -> list[str]:
    return list(FAMILY_COLOURS[ground].values())


@pytest.mark.parametrize("ground", Ground)
def test_marks_and_words_stand_out_from_every_ground_they_lie_on(ground):
    base = BASES[ground]
    grounds = (base.ground, base.band)

    assert min(contrast(c, g) for c in data_colours(ground) for g in grounds) >= 3.7
    assert min(contrast(c, g) for c in (base.ink, base.muted) for g in grounds) >= 7
    assert min(contrast(base.accent, g) for g in grounds) >= 4.5


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("ground", Ground)
def test_the_colours_of_a_legend_stay_apart_for_every_eye(ground, eye):
    families = closest(list(FAMILY_COLOURS[ground].values()), eye)

    assert families[0] >= 12, families


def test_every_family_has_a_shape_of_its_own():
    assert len({theme.FAMILY_SHAPES[family].plotly for family in Family}) == len(Family)


def test_every_kind_of_event_is_in_a_family():
    assert set(FAMILY_OF_KIND) == set(EventKind)


@pytest.mark.parametrize("ground", Ground)
def test_pills_have_the_colours_of_the_marks_they_stand_for(ground):
    config = Path(__file__).parents[2] / ".streamlit" / "config.toml"
    set_to = tomllib.loads(config.read_text(encoding="utf-8"))["theme"][ground.value]

    for family, (_, name) in GLYPHS.items():
        if name:
            assert set_to[f"{name}TextColor"] == FAMILY_COLOURS[ground][family]
