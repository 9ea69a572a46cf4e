"""What time it is: asked here and nowhere else, and only for a file to say when it was made.

No table asks. The same seeds give the same tables next year, and a reader is told of the day of the
last report, which is a fact of the story, and not of the day on which somebody ran a command.
"""

import os
from datetime import UTC, datetime


def time_in_utc() -> datetime:
    """The time in UTC, to the second; SOURCE_DATE_EPOCH, where it is set, instead.

    That is how others make a file again byte by byte: reproducible-builds.org/specs. One that is no
    number of seconds of this era is passed over.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isascii() and fixed.isdigit() and len(fixed) <= 11:
        return datetime.fromtimestamp(int(fixed), UTC)
    return datetime.now(UTC).replace(microsecond=0)
