"""Work that takes longer than a page may wait: a thread that says how far it is.

The thread touches nothing of Streamlit; whoever shows the job asks it from time to time.
"""

import threading
from collections.abc import Callable

from dateline.errors import DatelineError
from dateline.export.shown import Exported, Progress


class Job:
    """One export on its way. It ends with *made* or with *problem*, in words for the reader."""

    def __init__(self, work: Callable[[Progress], Exported], what: str) -> None:
        self.what = what
        self.made: Exported | None = None
        self.problem = ""
        self.said = "Working"
        self.share = 0.0
        self._work = work
        self._thread = threading.Thread(target=self._run, name="export", daemon=True)

    def start(self) -> "Job":
        self._thread.start()
        return self

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Give work that is quick the time to end, so that nobody sees it run."""
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            self.made = self._work(self._progress)
        except DatelineError as error:
            self.problem = str(error)
        except MemoryError:
            self.problem = "The server has not enough memory for this: narrow the choice."
        except OSError as error:
            self.problem = f"The server could not write the file: {error.strerror or error}."
        except Exception as error:
            # A fault of ours: the reader is told, and the server's log gets the whole of it.
            self.problem = f"This export failed ({type(error).__name__}): {error}"
            raise

    def _progress(self, done: int, total: int, what: str) -> None:
        self.share = min(1.0, done / total) if total else 0.0
        self.said = f"{what}: {done} of {total}"
