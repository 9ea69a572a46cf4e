"""The Chromium for browser tests: the system's own, else Debian's package, else Playwright's.

`python -m tests.browser.chromium` makes sure that there is one, and says which.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)


def executable() -> str | None:
    """The system's Chromium, for `launch(executable_path=...)`; `None` means Playwright's own."""
    found = [path for name in NAMES if (path := shutil.which(name))]
    found += [str(path) for path in MAC_APPS if path.exists()]
    return next((path for path in found if _starts(path)), None)


def arguments() -> list[str]:
    """Switches it has to be started with: its sandbox refuses to run for root."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def main() -> int:
    """Install one where there is none; 1 where that fails."""
    if not executable() and _may_apt():
        print("Installing Debian's chromium ...", flush=True)
        _run("apt-get", "update", "--quiet", "--quiet")
        _run("apt-get", "install", "--quiet", "--quiet", "--yes", "chromium")
    if path := executable():
        print(f"Browser tests use {path}.")
        return 0
    print("Installing Playwright's Chromium ...", flush=True)
    if _run(sys.executable, "-m", "playwright", "install", "chromium"):
        print("Browser tests use Playwright's Chromium.")
        return 0
    print("No Chromium: install one (Debian: apt-get install chromium) and try again.")
    return 1


def _starts(path: str) -> bool:
    """Whether it runs at all: on Ubuntu, chromium-browser may only be a hint to install a snap."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _may_apt() -> bool:
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def _run(*command: str) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
