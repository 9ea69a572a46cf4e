"""A briefing as views to export: what each shows today, under the name and line it was given."""

from collections.abc import Callable
from dataclasses import replace

from dateline.errors import BriefingError
from dateline.export.shown import Caption, Shown
from dateline.export.view import shown
from dateline.views.briefing import Briefing
from dateline.views.choices import choices
from dateline.views.presented import still_there
from dateline.views.story import Story


def views_of(
    story: Story,
    version: str,
    briefing: Briefing,
    place: str = "the briefing",
    whole: Callable[[str], str] = str,
) -> list[Shown]:
    """The views of *briefing* in its order; what they ask for and there is no longer, is named.

    *whole* makes of the address of a view the one that a file links back to. Raises `BriefingError`
    for one without a view.
    """
    if not briefing.views:
        raise BriefingError(place, "has no view", "one view at least")
    there, found = choices(story), []
    for view in briefing.views:
        kept, missing = still_there(view, there)
        caption = Caption(briefing.title, view.name, view.note, tuple(missing))
        made = shown(story, version, whole(kept.address))
        found.append(replace(made, caption=caption))
    return found
