"""Timeline: what happened when, as far as the sources let us say."""

from dateline.ui import (
    brush,
    downloads,
    filters,
    known,
    lane_choice,
    shell,
    tables,
    timeline_page,
    timeline_walk,
)
from dateline.views.presented import title_of
from dateline.views.tables import OF_EVENTS

if shell.is_inside():
    story = known.story()
    timeline_page.follow_mention(story)
    known.titled(title_of("timeline"), story, timeline_page.subtitle(story))
    laid = lane_choice.chosen()
    selection = filters.row(
        tables.choices(), OF_EVENTS, "timeline", tables.event_counts, lane_choice.button
    )
    brush.strip(story, selection)
    found = tables.listing(selection)
    if not found:
        timeline_page.empty(story, selection)
    else:
        timeline_walk.show(found, selection, laid)
        timeline_page.legend(found, laid)
        since = timeline_page.changes_of(found)
        known.changed("event", since, timeline_page.choose, selection)
        timeline_page.undated_list(story, found, selection, laid)
        downloads.exports("timeline")
        timeline_page.footer(story, selection)
