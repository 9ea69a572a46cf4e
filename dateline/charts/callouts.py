"""Labels around marks in a plane: beside the mark where there is room, else at a leader line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


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
    """A label's box, and the point where its leader line ends if it has one."""

    box: Box
    leader: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A mark with everything drawn for it, the point a label belongs to, and the label's size."""

    box: Box
    y: float
    width: float
    height: float

    @property
    def point(self) -> tuple[float, float]:
        return self.box.middle[0], self.y


def place_callouts(
    targets: Sequence[Target], area: Box, gap: float, kept_free: Sequence[Box] = ()
) -> list[Callout | None]:
    """A place for the label of every mark, in the order given; None where there is none at all.

    A label never lies on another, on a mark or over the edge of *area*, and a leader line never
    runs through a label or a mark that is not its own.
    """
    found: list[Callout | None] = []
    taken = list(kept_free)
    lines: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for number, target in enumerate(targets):
        others = [other.box for at, other in enumerate(targets) if at != number] + taken
        choice = None
        for callout in _candidates(target, gap):
            box = callout.box
            if not box.within(area) or any(box.meets(other) for other in [*others, target.box]):
                continue
            if any(_crosses(a, b, box) for a, b in lines):
                continue
            end = callout.leader
            if end and any(_crosses(target.point, end, other) for other in others):
                continue
            choice = callout
            break
        found.append(choice)
        if choice:
            taken.append(choice.box)
            if choice.leader:
                lines.append((target.point, choice.leader))
    return found


def _candidates(target: Target, gap: float) -> Iterator[Callout]:
    """Right, left, above, below; then ever further out, tied to the mark by a line."""
    mark, width, height = target.box, target.width, target.height
    x, y = target.point
    for left, top in (
        (mark.right + gap, y - height / 2),
        (mark.left - gap - width, y - height / 2),
        (x - width / 2, mark.top - gap / 2 - height),
        (x - width / 2, mark.bottom + gap / 2),
    ):
        yield Callout(Box(left, top, left + width, top + height))
    for step in (0.6, 1.2, 1.9, 2.7, 3.6, 4.6):
        for down in (-1, 1):
            for side in (1, -1):
                edge = x + side * (mark.right - mark.left) * 0.9
                left = edge if side > 0 else edge - width
                top = y + down * (step + 0.5) * height - height / 2
                box = Box(left, top, left + width, top + height)
                yield Callout(box, (edge + side, top + height / 2))


def _crosses(
    start: tuple[float, float], end: tuple[float, float], box: Box, steps: int = 24
) -> bool:
    """Whether a line runs through a box, its first quarter (on its own mark) not counted."""
    points = (
        (
            start[0] + (end[0] - start[0]) * at / steps,
            start[1] + (end[1] - start[1]) * at / steps,
        )
        for at in range(steps // 4, steps + 1)
    )
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in points)
