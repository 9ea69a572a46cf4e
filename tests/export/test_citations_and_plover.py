"""What other scholars' tools are given: citations of the rows chosen, and PLOVER records."""

import json

import bibtexparser
import pytest

from dateline.export.citations import cited
from dateline.export.formats import FORMATS, written
from dateline.export.shown import Exported
from dateline.export.view import shown
from dateline.views.story import Story
from tests.golden import story as golden


@pytest.fixture(scope="module")
def story() -> Story:
    frames = {table.table_name(): frame for table, frame in golden.tables().items()}
    events = frames["events"].copy()
    kinds = events["kind"].astype("str")
    events["plover"] = (
        kinds.map({"vote": "AGREE", "deployment": "MOBILIZE"}).fillna("").astype("str")
    )
    return Story(**{**frames, "events": events})


def made(story: Story, name: str, address: str = "", table: str = "") -> Exported:
    return written(FORMATS[name], [shown(story, "sha256:1", address, table)])


def test_articles_behind_the_rows_are_cited_and_no_others(story):
    votes = set(story.events.loc[story.events["kind"] == "vote", "event_id"])
    told = story.mentions[story.mentions["event_id"].isin(votes)]
    items = json.loads(made(story, "csl-json", "?kind=vote").content)
    library = bibtexparser.parse_string(made(story, "bibtex", "?kind=vote").content.decode())

    assert {item["id"] for item in items} == set(told["article_id"])
    assert len(library.entries) == len(items)
    assert {entry["date"] for entry in library.entries} == {
        "-".join(f"{part:02d}" for part in item["issued"]["date-parts"][0]) for item in items
    }


@pytest.mark.parametrize("table", ["events", "mentions", "estimates", "articles", "actors"])
def test_rows_of_every_table_lead_to_articles(story, table):
    articles, left_out = cited([shown(story, "", "", table)])

    assert {article["article_id"] for article in articles} <= set(story.articles["article_id"])
    assert articles
    assert set(left_out) == {"names no article"}


def test_csl_items_have_what_a_citation_needs(story):
    for item in json.loads(made(story, "csl-json", table="articles").content):
        assert {"id", "type", "title", "container-title", "issued"} <= set(item)


def records(story: Story) -> dict[str, dict]:
    lines = made(story, "plover").content.decode().splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def test_a_plover_record_has_the_fields_of_the_manual(story):
    found = records(story)
    typed = story.events[(story.events["plover"] != "") & story.events["first_day"].notna()]
    vote = found["e_vote"]

    assert set(found) == set(typed["event_id"])
    assert vote["date"] == "2031-10-23"
    assert vote["event"] == ["AGREE"]
    assert vote["quad_code"] == 1
    assert vote["source"] == vote["actor"]
    assert vote["cite_info"]["codebook"] == "PLOVER 0.8 (draft)"
    for actor in vote["actor"]:
        assert set(actor) == {"code", "identifier_id", "identifier_text"}


def test_the_offsets_of_a_record_are_those_of_its_sentence(story):
    for record in records(story).values():
        for place in (record, *record["mentions"]):
            text = golden.TEXTS[place["cite_info"]["citation"]]
            start, end = place["text_info"]["start"], place["text_info"]["end"]
            sentences = set(
                story.mentions.loc[story.mentions["event_id"] == record["id"], "sentence"]
            )
            assert text[start:end] in sentences


def test_what_plover_cannot_say_is_counted(story):
    note = made(story, "plover").note()

    untyped = int((story.events["plover"] == "").sum())
    assert f"{untyped} left out: its kind has no PLOVER event type" in note
    assert "no date in the text" not in note or "left out: no date in the text" in note
