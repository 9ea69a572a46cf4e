"""What can go wrong, by who has to act.

DatelineError
  SeedError       a file under seeds/ (or --articles) cannot be used: mend the file
    UndatedError  an article whose publication day nobody gave: give the day
  DataError       data/ is missing, half-written, edited or of another version: rebuild it
  SchemaError     a table breaks its declaration: mend the code or file that made it
  AddressError    an export asks for what there is not: mend the address or the name
  BriefingError   a briefing cannot be used: mend its file, or ask for its link again
  StorageError    the disk refused (read-only, full, locked): mend the machine
  ServingError    the dashboard cannot be served there: choose another port or address
  ToolError       a program that an export needs is missing or fails: install it
"""


class DatelineError(Exception):
    """Base class; catch this to catch everything raised on purpose."""


class SeedError(DatelineError):
    """A seed file cannot be read as declared."""

    def __init__(self, path: object, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")
        self.path, self.line, self.problem = path, line, problem


class UndatedError(SeedError):
    """An article says nowhere on which day it was published, and nobody else did."""


class DataError(DatelineError):
    """The tables in data/ cannot be trusted as they stand."""

    def __init__(self, path: object, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path, self.problem = path, problem


class SchemaError(DatelineError):
    """A table does not match its declaration."""

    def __init__(self, table: str, problems: list[str]) -> None:
        super().__init__(f"table {table!r}: " + "; ".join(problems))
        self.table, self.problems = table, problems


class AddressError(DatelineError):
    """An address, a format or a table asks for what there is not."""


class BriefingError(DatelineError):
    """A briefing cannot be read as one; what was there before still is."""

    def __init__(self, place: str, problem: str, expected: str) -> None:
        super().__init__(f"{place} {problem}; expected {expected}")
        self.place, self.problem, self.expected = place, problem, expected


class StorageError(DatelineError):
    """The tables could not be written; what stood there before still stands."""

    def __init__(self, path: object, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path, self.problem = path, problem


class ServingError(DatelineError):
    """The server cannot listen where it was told to."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(
            f"cannot listen on {place} ({problem}); stop what does, or choose another place with "
            "--port and --address"
        )
        self.place, self.problem = place, problem


class ToolError(DatelineError):
    """A program that an export needs is missing or failed; the message says what to install."""
