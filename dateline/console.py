"""What a command says on the way, to whoever started it: on standard error, never in its output."""

import sys
from collections.abc import Callable
from typing import Any

from tqdm import tqdm


def progress() -> Callable[[int, int, str], None]:
    """What the pipeline calls with (done, total, what): a bar on a terminal, else a few lines."""
    bar: Any = tqdm(unit="article", leave=False) if sys.stderr.isatty() else None

    def advance(done: int, total: int, what: str) -> None:
        if bar is not None:
            bar.total, bar.n = total, done
            bar.set_postfix_str(what)
            if done >= total:
                bar.close()
        elif total <= 20 or done * 10 // total != (done - 1) * 10 // total:
            say(f"[{done}/{total}] {what}")

    return advance


def complain(message: str) -> None:
    say(f"error: {message}")


def say(message: str) -> None:
    # A name in a message may hold bytes that are no text; it must not hide the message.
    sys.stderr.write(message.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
