"""Sources: an article as it was read, with what was found in it marked where it stands."""

import streamlit as st

from dateline.ui import downloads, heading, legend, notices, shell, sources_page, tables
from dateline.views.reading import read_article
from dateline.views.selection import Selection

if shell.is_inside():
    story = tables.story()
    heading.title("The articles, as they were read", f"{len(story.articles)} articles. Choose one.")
    if story.articles.empty:
        notices.nothing("article", Selection())
    else:
        article = sources_page.chosen_article(story.articles)
        article_id = article["article_id"]
        sources_page.head(article, story)
        downloads.exports("sources")
        legend.reading()
        reading, told = st.columns([2, 1], gap="large")
        with told:
            sources_page.told_here(story, article_id)
        with reading:
            text = tables.text(article_id)
            sources_page.text(read_article(story, article_id, text, sources_page.place()))
