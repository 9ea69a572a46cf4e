"""Labels around marks in a plane: beside the mark where there is room, else at a leader line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
MOST_TRIED = 220  # marks that can get a label; beyond, nobody reads them


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Callout:
    """A label's box, the point where its leader line ends if it has one, and which of its forms."""

    box: Box
    leader: tuple[float, float] | None = None
    form: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """A mark with everything drawn for it, and the label it wants.

    `boxes` are what no label may lie on, the mark itself first; `widths` are those of the label's
    forms, longest first; `y` is the height it belongs to.
    """

    boxes: tuple[Box, ...]
    y: float
    widths: tuple[float, ...]
    height: float
    weight: float = 0.0

    @property
    def box(self) -> Box:
        return self.boxes[0]

    @property
    def point(self) -> tuple[float, float]:
        return self.box.middle[0], self.y


@dataclass
class _Taken:
    """Everything that is drawn already: boxes with the number of their mark, and leader lines.

    Boxes are rows of left, top, right, bottom; lines of x and y of both ends.
    """

    boxes: Floats
    owners: npt.NDArray[np.int64]
    lines: Floats = field(default_factory=lambda: np.empty((0, 4)))

    def is_free(self, box: Box) -> bool:
        left, top, right, bottom = self.boxes.T
        meets = (box.left < right) & (left < box.right) & (box.top < bottom) & (top < box.bottom)
        if meets.any():
            return False
        return not _crosses(
            self.lines, np.array([[box.left, box.top, box.right, box.bottom]])
        ).any()

    def is_clear(self, line: Floats, owner: int) -> bool:
        """Whether a line runs through nothing but its own mark."""
        return not _crosses(line[None, :], self.boxes[self.owners != owner]).any()

    def add(self, callout: Callout, line: Floats | None) -> None:
        box = callout.box
        self.boxes = np.vstack([self.boxes, [[box.left, box.top, box.right, box.bottom]]])
        self.owners = np.append(self.owners, -1)
        if line is not None:
            self.lines = np.vstack([self.lines, line[None, :]])


def _crosses(lines: Floats, boxes: Floats) -> npt.NDArray[np.bool_]:
    """Whether each line runs through each box; one of the two has a single row.

    A line is inside a box between where it enters the last of the four sides and where it leaves
    the first (the slab method).
    """
    x, y, to_x, to_y = lines.T
    left, top, right, bottom = boxes.T
    enter, leave = np.zeros(1), np.ones(1)
    for start, end, low, high in ((x, to_x, left, right), (y, to_y, top, bottom)):
        way = np.where(np.abs(end - start) < 1e-9, 1e-9, end - start)
        one, two = (low - start) / way, (high - start) / way
        enter = np.maximum(enter, np.minimum(one, two))
        leave = np.minimum(leave, np.maximum(one, two))
    return np.asarray(enter < leave)


def place_callouts(
    targets: Sequence[Target], area: Box, gap: float, kept_free: Iterable[Box] = ()
) -> list[Callout | None]:
    """A place for the label of every mark, in their order; None where there is none at all.

    A label never lies on another, on a mark or over the edge of *area*, and a leader line never
    runs through a label or a mark that is not its own. The heaviest choose first. Close to the
    mark the short form is better than a leader line; far off there is room for the long one.
    """
    taken = _everything(targets, kept_free)
    found: list[Callout | None] = [None] * len(targets)
    order = sorted(range(len(targets)), key=lambda number: -targets[number].weight)
    for number in order[:MOST_TRIED]:
        target = targets[number]
        for callout in _candidates(target, gap):
            if not callout.box.within(area) or not taken.is_free(callout.box):
                continue
            line = _line(target.point, callout.leader) if callout.leader else None
            if line is None or taken.is_clear(line, number):
                found[number] = callout
                taken.add(callout, line)
                break
    return found


def _everything(targets: Sequence[Target], kept_free: Iterable[Box]) -> _Taken:
    boxes = [(box, number) for number, target in enumerate(targets) for box in target.boxes]
    boxes += [(box, -1) for box in kept_free]
    corners = [[box.left, box.top, box.right, box.bottom] for box, _ in boxes]
    owners = np.array([number for _, number in boxes], dtype=np.int64)
    return _Taken(np.array(corners, dtype=np.float64).reshape(-1, 4), owners)


def _candidates(target: Target, gap: float) -> Iterator[Callout]:
    """Right, left, above, below in each form; then ever further out, tied to the mark by a line."""
    mark, height = target.box, target.height
    x, y = target.point
    for form, width in enumerate(target.widths):
        for left, top in (
            (mark.right + gap, y - height / 2),
            (mark.left - gap - width, y - height / 2),
            (x - width / 2, mark.top - gap / 2 - height),
            (x - width / 2, mark.bottom + gap / 2),
        ):
            yield Callout(Box(left, top, left + width, top + height), form=form)
    for form, width in enumerate(target.widths):
        for step in (0.6, 1.2, 1.9, 2.7, 3.6, 4.6):
            for down in (-1, 1):
                for side in (1, -1):
                    edge = x + side * (mark.right - mark.left) * 0.9
                    left = edge if side > 0 else edge - width
                    top = y + down * (step + 0.5) * height - height / 2
                    box = Box(left, top, left + width, top + height)
                    yield Callout(box, (edge + side, top + height / 2), form)


def _line(start: tuple[float, float], end: tuple[float, float]) -> Floats:
    """A leader line without its first quarter, which lies on its own mark."""
    x, y = (a + (b - a) / 4 for a, b in zip(start, end, strict=True))
    return np.array([x, y, *end])
