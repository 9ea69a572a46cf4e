"""No pattern takes a second over 50,000 characters that were chosen against it.

The patterns are found by watching `re` (found_patterns.py), and the characters by reading each
pattern: whatever it repeats is repeated, behind what must stand in front of it, with an end that
does not fit.
"""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LENGTH = 50_000
MOST_SECONDS = 1.0
# Short texts first, each twice as long: what cannot take a second, even if it grew with the square
# of the length, is let go early, and what grows faster is caught while it is cheap.
FIRST = 200
ANY = ("a", "1", " ", "a ", "1,", "A. ")
MOST_TEXTS = 10
LONG = 1000  # characters of a pattern that is tried on half as many
WIDE = 4  # alternatives of one choice that are followed


def patterns() -> list[tuple[str, int, str]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.security.found_patterns"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return [tuple(row) for row in json.loads(done.stdout)]


def shape(pattern: str) -> str:
    """The pattern without its words: the lexicon makes hundreds that differ in nothing else."""
    return re.sub(r"(?:w\|)+w", "w|w", re.sub(r"(?<!\\)[A-Za-z]{2,}", "w", pattern))


def sample(tree) -> str:
    """A short text that *tree* matches, or nearly."""
    return "".join(_sample(str(kind), value) for kind, value in tree)


def _sample(kind, value) -> str:
    match kind:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL":
            return "a" if value != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return _member(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            low, high, body = value
            return sample(body) * max(int(low), min(1, int(high)))
        case "SUBPATTERN":
            return sample(value[3])
        case "ATOMIC_GROUP":
            return sample(value)
        case "BRANCH":
            return sample(value[1][0])
    return ""


def _member(choices) -> str:
    pattern_of = {"CATEGORY_DIGIT": "1", "CATEGORY_WORD": "a", "CATEGORY_SPACE": " ",
                  "CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_WORD": " ",
                  "CATEGORY_NOT_SPACE": "a"}  # fmt: skip
    if str(choices[0][0]) == "NEGATE":
        taken = {chr(value) for kind, value in choices[1:] if str(kind) == "LITERAL"}
        ranges = [value for kind, value in choices[1:] if str(kind) == "RANGE"]
        return next(
            (c for c in "a1 ,.;x\n\t" if c not in taken
             and not any(low <= ord(c) <= high for low, high in ranges)),
            "",
        )  # fmt: skip
    kind, value = str(choices[0][0]), choices[0][1]
    if kind == "LITERAL":
        return chr(value)
    return chr(value[0]) if kind == "RANGE" else pattern_of.get(str(value), "a")


def pumps(tree, before=""):
    """Every repetition in *tree*: what stands in front, what is repeated, how often at most."""
    for kind, value in tree:
        name = str(kind)
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            _, high, body = value
            for inner in _ways(body):
                yield before, inner, int(high)
            yield from pumps(body, before)
        elif name == "SUBPATTERN":
            yield from pumps(value[3], before)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            yield from pumps(value[1], before)
        elif name == "ATOMIC_GROUP":
            yield from pumps(value, before)
        elif name == "BRANCH":
            for branch in value[1][:WIDE]:
                yield from pumps(branch, before)
        before += _sample(name, value)


def _ways(body) -> set[str]:
    """What a repeated part can be, by the first few of its choices."""
    ways = {sample(body)}
    for kind, value in body:
        if str(kind) == "BRANCH":
            ways |= {sample(branch) for branch in value[1][:WIDE]}
        elif str(kind) == "IN" and str(value[0][0]) != "NEGATE":
            ways |= {_member([choice]) for choice in value[:WIDE]}
    return ways - {""}


def against(pattern: str, flags: int) -> list[tuple[str, str, str]]:
    """Texts to be repeated up to a length, as (front, unit, end): the longest repetitions first."""
    tree = re._parser.parse(pattern, flags & ~re.DEBUG)
    found: dict[tuple[str, str, str], None] = {}
    for front, unit, high in sorted(set(pumps(tree)), key=lambda pump: (-pump[2], pump)):
        found[front, unit, "\0"] = None
        found["", front + unit, "\0"] = None
        found["", front + unit * min(high, 40), "\0"] = None
    most = MOST_TEXTS if len(pattern) < LONG else MOST_TEXTS // 3
    chosen = [texts for texts in found if texts[1]][:most]
    return chosen + [("", unit, "\0") for unit in (*ANY[:most], sample(tree)) if unit]


def seconds(compiled: re.Pattern, text: str) -> float:
    started = time.thread_time()
    for _ in compiled.finditer(text):
        pass
    return time.thread_time() - started


def grown(front: str, unit: str, end: str, length: int) -> str:
    return front + unit * max(1, (length - len(front)) // len(unit)) + end


def _longest(compiled: re.Pattern, front: str, unit: str, end: str) -> float:
    """Seconds over the longest of growing texts that has to be tried."""
    length, taken = FIRST, 0.0
    while True:
        taken = seconds(compiled, grown(front, unit, end, length))
        if length >= LENGTH or taken > MOST_SECONDS:
            return taken
        if taken * (LENGTH / length) ** 2 < MOST_SECONDS:
            return taken
        length = min(2 * length, LENGTH)


def slowest(pattern: str, flags: int) -> tuple[float, str]:
    compiled, worst = re.compile(pattern, flags & ~re.DEBUG), (0.0, "")
    for front, unit, end in against(pattern, flags):
        taken = _longest(compiled, front, unit, end)
        worst = max(worst, (taken, f"{front[:20]!r} + {unit[:30]!r} * n"))
        if taken > MOST_SECONDS:
            break
    return worst


def test_no_pattern_is_slow_on_text_chosen_against_it():
    found = patterns()
    slow = []
    shapes = {(shape(pattern), module): (pattern, flags) for pattern, flags, module in found}
    for (_, module), (pattern, flags) in shapes.items():
        taken, text = slowest(pattern, flags)
        if taken > MOST_SECONDS:
            slow.append(f"{module}: {taken:.1f} s on {text}: {pattern[:100]}")

    assert not slow, "\n".join(slow)
    assert len(shapes) > 150, "patterns are no longer found"
    assert len({module for _, _, module in found}) > 30


@pytest.mark.parametrize(
    "pattern", [r"[0-9]+\s*(?:to|-)?\s*[0-9]*\s+troops", r"[^\n]*,[^\n]*;[^\n]*!", r"a+x\w+y"]
)
def test_the_search_finds_those_that_are(pattern):
    assert slowest(pattern, 0)[0] > MOST_SECONDS
