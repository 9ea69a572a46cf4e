"""Who may import what, and who may touch what. The folder layout is a promise; this keeps it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "dateline"
SOURCES = [*PACKAGE.rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py"]
PAGES = sorted((ROOT / "pages").glob("*.py"))

# library -> the only places allowed to import it, relative to the repository
CONFINED = {
    "streamlit": ("dateline/ui/", "pages/", "dashboard.py"),
    "plotly": ("dateline/charts/",),
    "starlette": ("dateline/ui/server.py",),
    "uvicorn": ("dateline/ui/server.py",),
    "dateparser": ("dateline/extract/timex",),
    "yaml": ("dateline/metadata.py",),
    "charset_normalizer": ("dateline/decoding.py",),
    "filelock": ("dateline/directory_swap.py",),
    "pycountry": ("dateline/seed_rows.py",),
    "tqdm": ("dateline/console.py",),
    "argparse": ("dateline/__main__.py",),
    "frictionless": (),
    "pptx": ("dateline/export/slides.py",),
    "choreographer": ("dateline/export/chromium.py",),
}

# What opens, lists or changes files, and the modules whose business that is.
FILE_ACCESS = {
    "open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "glob", "rglob",
    "iterdir", "listdir", "scandir", "walk", "mkdir", "makedirs", "rmdir", "rmtree", "unlink",
    "touch", "read_csv", "read_json", "read_parquet", "to_parquet",
}  # fmt: skip
MAY_ACCESS_FILES = {
    "dateline/seeds.py",
    "dateline/store.py",
    "dateline/directory_swap.py",  # the part of store.py that replaces folders
    "dateline/fingerprint.py",  # reads the package's own source to name it
    "dateline/lexicon/__init__.py",
    "dateline/evaluation/stories.py",  # stories with answers
    "dateline/evaluation/published.py",  # the scores they gave
    "dateline/export/command.py",  # writes the file it is asked for
    "dateline/ui/closed_door.py",  # reads Streamlit's own page, to allow its script
    "dateline/export/chromium.py",  # the page that a browser draws in
}

# Layers in the order the data goes: none imports from one further down this list.
LAYERS = [
    {"model", "errors", "lexicon", "console", "clock"},
    {"schema", "correction"},
    {"extract"},
    {"datelines"},
    {"published", "seeds", "seed_rows", "metadata", "given_days", "decoding", "fingerprint"},
    {"merge"},
    {"datapackage", "checks", "table_csv", "file_diff", "directory_swap", "store", "dictionary"},
    {"date_report"},
    {"pipeline"},
    {"evaluation"},
    {"views"},
    {"charts", "export"},
    {"ui"},
    {"__main__"},
]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported_modules(path: Path) -> set[str]:
    """Full names of everything imported; relative imports are not used here."""
    names = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("library", CONFINED)
def test_a_library_stays_in_its_layer(library):
    users = {
        name_of(path)
        for path in SOURCES
        if library in {name.split(".")[0] for name in imported_modules(path)}
    }

    assert not {user for user in users if not user.startswith(CONFINED[library] or ("nowhere",))}


def test_only_the_readers_of_a_folder_touch_files():
    for path in PACKAGE.rglob("*.py"):
        calls = [node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
        used = {call.attr for call in calls if isinstance(call, ast.Attribute)}
        used |= {call.id for call in calls if isinstance(call, ast.Name)}

        if name_of(path) not in MAY_ACCESS_FILES:
            assert not used & FILE_ACCESS, f"{name_of(path)} touches files: {used & FILE_ACCESS}"


def test_no_import_points_back_up():
    place = {name: number for number, names in enumerate(LAYERS) for name in names}
    for path in PACKAGE.rglob("*.py"):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        assert own in place, f"{own} is in no layer: add it to LAYERS"
        for module in imported_modules(path):
            parts = module.split(".")
            if parts[0] == "dateline" and len(parts) > 1:
                assert place[parts[1]] <= place[own], f"{name_of(path)} imports {module}"


def test_nothing_asks_what_day_it_is():
    """The day is an argument: the same seeds must build the same tables next year.

    Only a file that somebody takes away says when it was made.
    """
    for path in SOURCES:
        if name_of(path) == "dateline/clock.py":
            continue
        if "dateline.clock" in imported_modules(path):
            assert name_of(path) in {"dateline/export/command.py", "dateline/ui/downloads.py"}
        tree = tree_of(path)
        asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

        assert not {"now", "today", "utcnow", "localtime", "gmtime"} & asked, name_of(path)
        assert "time.time" not in imported_modules(path), name_of(path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_a_table_of_contents(path):
    """Imports, constants, then everything under the shell's guard; a page calls, it defines not."""
    source, tree = path.read_text(encoding="utf-8"), tree_of(path)
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.Try)
    last = tree.body[-1]

    assert not [node for node in ast.walk(tree) if isinstance(node, defined)]
    assert "session_state" not in source
    assert source.count("\n") <= 100
    assert isinstance(last, ast.If)
    assert ast.unparse(last.test) == "shell.is_inside()"
    for node in tree.body[1:-1]:
        assert isinstance(node, (ast.Import, ast.ImportFrom, ast.Assign)), ast.unparse(node)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_asks_views_and_shows_through_ui(path):
    allowed = ("streamlit", "dateline.ui", "dateline.views", "dateline.charts", "dateline.schema")

    assert [name for name in imported_modules(path) if not name.startswith(allowed)] == []


def test_there_are_pages_to_test():
    assert {path.stem for path in PAGES} >= {"timeline", "estimates", "sources", "data", "method"}


def test_a_module_fits_in_the_head():
    long = {
        name_of(path): count
        for path in SOURCES
        if (count := path.read_text(encoding="utf-8").count("\n")) > 300 and path.name != "model.py"
    }

    assert not long, "split by noun"


def test_every_module_says_what_problem_it_solves():
    silent = [name_of(path) for path in SOURCES if not ast.get_docstring(tree_of(path))]

    assert [name for name in silent if not name.endswith("__init__.py")] == []


def test_patterns_are_bounded():
    """A repetition without an end, beside another, backtracks for minutes on a long text."""
    nested = re.compile(r"\)[*+](?![?+*])|\)\{[0-9]+,\}")
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(tree_of(path)):
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func) in {"re.compile", "re.search", "re.match", "re.finditer"}
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
            ):
                assert not nested.search(node.args[0].value), (
                    f"{name_of(path)}: {node.args[0].value}"
                )


def test_numbers_in_patterns_are_ascii():
    r"""`\d` takes Arabic and full-width digits, which `int` then reads as well."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert r"\d{" not in node.value, name_of(path)
                assert not re.search(r"(?<!\\)\\d[+*?)]", node.value), name_of(path)
