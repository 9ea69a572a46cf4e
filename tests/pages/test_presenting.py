"""Presenting and the Briefing page as a presenter meets them, on the made-up story."""

import json
from hashlib import sha256

import pytest

from dateline.ui import collected
from dateline.ui.picker import Few
from dateline.ui.stage import step
from dateline.views.briefing import Briefing, View
from dateline.views.briefing_file import packed, to_json
from tests.pages.test_pages import address, drawings, exported, hit_ids, texts

VIEWS = (
    View("The vote", "timeline?family=law&event=e_vote", "Say who voted."),
    View("Killed", "estimates?state=killed"),
    View("Gone", "timeline?actor=norland&actor=atlantis&event=e_gone"),
)
MORNING = Briefing("Morning", VIEWS)


def widgets(app) -> list[str]:
    kinds = ("button", "text_input", "multiselect", "selectbox", "select_slider", "button_group")
    return [kind for kind in kinds if app.get(kind)]


def test_presenting_shows_the_view_without_controls(opened):
    app = opened("timeline", family=["law"], event=["e_vote"], present=["1"])
    page = texts(app)

    assert widgets(app) == []
    assert hit_ids(app) == {"e_pact", "e_vote", "e_upper", "e_review"}
    assert "<h2>Lower house votes for pact</h2>" in page
    assert page.count("<blockquote>") == 1
    assert "As known on 26 Oct 2031" in page
    assert "Source: " in page
    assert "Kind of event: Agreements, law" in page
    assert address(app)["present"] == ["1"]


def test_presenting_claims_shows_the_chosen_one_and_a_full_key(opened):
    claim = next(iter(hit_ids(opened("estimates"))))
    page = texts(opened("estimates", claim=[claim], present=["1"]))

    assert "<h1" in page
    assert 'aria-label="Key"' in page
    assert page.count("<blockquote>") >= 1


def test_presenting_both_shows_two_charts_and_the_card_of_either(opened):
    app = opened("both", item=["e_vote"], actor=["norland"], present=["1"])
    page = texts(app)

    assert widgets(app) == []
    assert len(drawings(app)) == 2
    assert '<h1 class="dl-h1">Events and troop numbers on one axis</h1>' in page
    assert "<h2>Lower house votes for pact</h2>" in page
    assert "Involved: Norland" in page
    assert page.count('aria-label="Key"') == 1
    claim = opened("both", item=["tarn_courier-q10"], present=["1"])
    assert "Claimed by" in texts(claim)


def test_a_view_of_both_can_be_collected_and_presented_in_a_briefing(opened):
    app = opened("both", item=["e_vote"], actor=["norland"])
    app.button(key="add-both").click().run()
    [view] = app.session_state["_briefing"].briefing.views

    assert view == View("Lower house votes for pact", "both?actor=norland&item=e_vote")
    page = texts(opened("briefing", b=[packed(Briefing("", (view,)))], present=["1"]))
    assert "Lower house votes for pact</h1>" in page
    assert "View 1 of 1" in page


def test_the_day_on_which_it_was_known_is_in_sight(opened):
    page = texts(opened("timeline", asof=["2031-10-17"], present=["1"]))

    assert "As known on 17 Oct 2031" in page
    assert "Source: Harbour Post; 1 article, 17 Oct 2031" in page


def test_before_an_event_is_chosen_the_room_sees_what_there_is(opened):
    assert "24 events, " in texts(opened("timeline", present=["1"]))


def test_a_view_without_a_row_says_so(opened):
    page = texts(opened("timeline", q=["zeppelin"], present=["1"]))

    assert "No event matches these choices." in page


def test_an_event_that_is_gone_is_named_and_the_rest_is_shown(opened):
    app = opened("timeline", event=["e_gone"], present=["1"])

    assert "This view’s choice, “e_gone”, is not in these tables; the rest is shown." in texts(app)
    assert len(hit_ids(app)) == 24


@pytest.mark.parametrize(
    ("acts", "chosen"),
    [
        (["next"], "a"),
        (["next", "next"], "b"),
        (["last", "next"], "c"),
        (["last", "previous", "first"], "a"),
        (["down", "down", "up"], "a"),
    ],
)
def test_acts_step_through_what_is_shown(monkeypatch, acts, chosen):
    import streamlit as st

    monkeypatch.setattr(st, "session_state", {})
    items = Few({"a": "A", "b": "B", "c": "C"})
    for act in acts:
        step("event", items, act)
    step("event", Few({}), "next")

    assert st.session_state == {"event": chosen}


def test_a_view_is_added_with_what_is_chosen(opened):
    app = opened("timeline", family=["law"], event=["e_vote"])
    app.button(key="add-timeline").click().run()
    app.button(key="add-timeline").click().run()
    [first, second] = app.session_state["_briefing"].briefing.views

    assert first == second == View("Lower house votes for pact", VIEWS[0].address)
    assert address(app) == {"family": ["law"], "event": ["e_vote"]}
    app.switch_page("pages/briefing.py")
    app.query_params.clear()  # as a link of the menu does
    app.run()
    assert address(app) == {"b": [packed(Briefing("", (first, second)))]}


def briefing_of(app) -> Briefing:
    return app.session_state["_briefing"].briefing


def test_a_link_opens_a_briefing_that_can_be_named_annotated_and_ordered(opened):
    app = opened("briefing", b=[packed(MORNING)])
    assert briefing_of(app) == MORNING

    app.text_input(key="briefing-title").set_value("Evening").run()
    app.text_input(key="view-note-2").set_value("Not\tverified.").run()
    app.button(key="up-2").click().run()
    assert app.button(key="up-2").disabled
    app.text_input(key="view-name-2").set_value("Losses").run()

    expected = (View("Losses", VIEWS[1].address, "Not verified."), VIEWS[0], VIEWS[2])
    assert briefing_of(app) == Briefing("Evening", expected)
    assert address(app) == {"b": [packed(briefing_of(app))]}


def test_what_is_taken_out_can_be_brought_back(opened):
    app = opened("briefing", b=[packed(MORNING)])
    app.button(key="out-1").click().run()
    assert [view.name for view in briefing_of(app).views] == ["Killed", "Gone"]
    next(b for b in app.button if b.label.startswith("Bring back")).click().run()

    assert briefing_of(app) == MORNING


def test_a_briefing_is_exported_from_its_page(opened):
    app = opened("briefing", b=[packed(MORNING)])
    assert app.selectbox(key="export-format-briefing").options == [
        "PowerPoint", "Web page to send", "Excel",
    ]  # fmt: skip
    app = exported(app, "briefing", "html")

    labels = [button.proto.label for button in app.get("download_button")]
    assert [label for label in labels if label.startswith("Save briefing.html (")]


def upload(app, content: bytes):
    return app.file_uploader[0].upload("b.json", content, "application/json").run()


def test_a_file_is_loaded_and_a_bad_one_leaves_the_briefing_as_it_was(opened):
    app = upload(opened("briefing"), to_json(MORNING).encode("utf-8"))
    assert briefing_of(app) == MORNING

    app = upload(app, b'{"views": [{"address": "method"}]}')
    assert briefing_of(app) == MORNING
    assert (
        app.error[0]
        .value.replace("\\", "")
        .startswith(
            "B.json, view 1 address leads to 'method'; expected an address of timeline, estimates "
            "or both, such as"
        )
    )


def test_a_damaged_link_says_so_and_the_page_stands(opened):
    app = opened("briefing", b=["nonsense"])

    assert "The link is cut off or damaged" in app.error[0].value.replace("\\", "")
    assert address(app) == {}


def test_a_briefing_that_is_too_long_for_a_link_says_what_to_do(opened):
    long = Briefing(
        "",
        tuple(
            View(f"{n * 7919}", f"timeline?event={sha256(bytes([n])).hexdigest()}")
            for n in range(99)
        ),
    )
    app = upload(opened("briefing"), to_json(long).encode("utf-8"))

    assert "too long for a link, which holds 2,000 characters" in texts(app)
    assert address(app) == {}


def test_a_briefing_is_stepped_through_with_its_lines(opened):
    app = opened("briefing", b=[packed(MORNING)], present=["1"])
    page = texts(app)
    assert "The vote</h1>" in page
    assert "Say who voted." in page
    assert "View 1 of 3" in page
    assert hit_ids(app) == {"e_pact", "e_vote", "e_upper", "e_review"}

    page = texts(opened("briefing", b=[packed(MORNING)], present=["1"], step=["2"]))
    assert "Killed</h1>" in page
    assert "View 2 of 3" in page

    page = texts(opened("briefing", b=[packed(MORNING)], present=["1"], step=["99"]))
    assert "View 3 of 3" in page
    assert "Not in these tables any more: involved “atlantis”." in page
    assert "This view’s choice, “e_gone”, is not in these tables; the rest is shown." in page


def test_after_a_briefing_the_presenters_own_choices_are_back(opened):
    app = opened("timeline", family=["force"])
    app.switch_page("pages/briefing.py")
    app.query_params["b"] = packed(MORNING)
    app.query_params["present"] = "1"
    app.run()
    assert app.session_state["event"] == "e_vote"
    app.session_state["present"] = None
    app.run()

    assert app.session_state["family"] == ["force"]
    assert not app.session_state["event"]


def test_an_empty_briefing_says_so_on_the_stage_and_on_its_page(opened):
    assert "This briefing has no view yet" in texts(opened("briefing", present=["1"]))
    assert "No view is collected yet" in opened("briefing").info[0].value


def test_the_file_holds_what_is_on_the_page(opened):
    app = opened("briefing", b=[packed(MORNING)])
    text = to_json(app.session_state["_briefing"].briefing)

    assert [view["name"] for view in json.loads(text)["views"]] == ["The vote", "Killed", "Gone"]
    assert collected.CODE == "b"
