"""Briefing: which views, in which order, and what to say to each."""

from dateline.ui import briefing_page, shell

if shell.is_inside():
    briefing_page.start()
    briefing_page.listed()
    briefing_page.kept()
