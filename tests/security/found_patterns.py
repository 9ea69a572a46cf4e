"""Print every pattern that the package compiles, as JSON: run in a process of its own.

Nothing lists them: `re` is watched while all modules are imported, the shipped articles read and
merged, and a day inferred, so a pattern that a module, a table of rules or a function makes is here
as soon as it exists.
"""

import importlib
import json
import pkgutil
import re
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

found: dict[tuple[str, int], str] = {}
compile_now = re._compile


def watched(pattern, flags):
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__", "").split(".")[0] in {"re", "functools"}:
        frame = frame.f_back
    module = frame.f_globals.get("__name__", "")
    compiled = compile_now(pattern, flags)
    if module.split(".")[0] == "dateline" and isinstance(compiled.pattern, str):
        found.setdefault((compiled.pattern, compiled.flags), module)
    return compiled


def main() -> None:
    re._compile = watched
    import dateline

    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    command = importlib.import_module("dateline.__main__")
    from dateline.published import published_day

    with TemporaryDirectory() as folder:
        command.main(["build", "--seeds", "seeds", "--out", str(Path(folder) / "data")])
    published_day("LONDON, May 3 — On 2 May 2031 it rained. Published: 4 May 2031")
    importlib.import_module("dateline.extract.timex").find_dates("On Monday.", date(2031, 5, 3))
    rows = [[pattern, flags, module] for (pattern, flags), module in found.items()]
    json.dump(rows, sys.__stdout__)


if __name__ == "__main__":
    sys.stdout = sys.stderr
    main()
