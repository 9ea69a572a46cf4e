"""Method: how dates and figures are read, and what could not be read."""

from dateline.ui import downloads, heading, method_page, shell, tables

if shell.is_inside():
    story = tables.story()
    heading.title("How this was made", "Rules, not a language model: each value names its rule.")
    method_page.how_dates_are_read()
    method_page.how_figures_are_read()
    method_page.how_events_are_joined()
    method_page.scores()
    method_page.rules(story)
    method_page.problems(story)
    downloads.exports("method")
    method_page.corrections()
    method_page.dictionary()
