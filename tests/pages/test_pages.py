"""Every page as a reader meets it, on the made-up story."""

import datetime as dt
import html
import json
import re
import time

import choreographer.errors
import pandas as pd
import pytest

from bench import generated
from dateline import fingerprint, store
from dateline.charts import claim_cells
from dateline.export.formats import FORMATS
from dateline.schema import TABLES, Events, Mentions, empty
from dateline.ui import tables
from dateline.ui.pages import TITLES
from dateline.views.comparison import MOST_DAYS
from tests.golden import story as golden


def texts(app) -> str:
    """Everything a page says in HTML, for a look at what is there."""
    return "\n".join(element.proto.body for element in app.get("html"))


def spoken(value: str) -> str:
    """Markdown of our own as a reader sees it: without what keeps other people's text plain."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", value)


def drawings(app) -> list[dict]:
    """What each chart of the page was given to draw, in their order."""
    given = [component.proto.json for component in app.get("bidi_component")]
    return [json.loads(data) for data in given if data.startswith('{"figure"')]


def figures(app) -> list[dict]:
    return [json.loads(drawn["figure"]) for drawn in drawings(app)]


def figure(app) -> dict:
    """The page's first chart, which is the one that the page is about."""
    return figures(app)[0]


def hit_ids(app) -> set[str]:
    trace = next(t for t in figure(app)["data"] if t["name"] == "events")
    return {custom[-1] for custom in trace["customdata"]}


def focus(app) -> str:
    """The words that the page points at."""
    pieces = re.findall(r'<mark class="dl-m [^"]*dl-focus[^"]*"[^>]*>([^<]*)<', texts(app))
    return html.unescape("".join(pieces))


def address(app) -> dict[str, list[str]]:
    found = app.query_params.items()
    return {key: [value] if isinstance(value, str) else list(value) for key, value in found}


@pytest.mark.parametrize("name", TITLES)
def test_a_page_opens_with_a_heading_and_nothing_wrong(opened, name):
    app = opened(name)

    assert not app.error
    assert texts(app).count("<h1") == 1


def test_the_timeline_draws_every_event(opened):
    app = opened("timeline")

    assert hit_ids(app) == {event[0] for event in golden.EVENTS}
    assert drawings(app)[0]["alt"].startswith("Timeline of 24 events")


def press(app, key: str) -> None:
    """Open what waits behind a button or a line: it is made only then."""
    app.session_state[f"{key}-open"] = True
    app.run()


def test_an_address_reproduces_the_view(opened):
    app = opened("timeline", family=["law"], event=["e_vote"])

    assert hit_ids(app) == {"e_pact", "e_vote", "e_upper", "e_review"}
    assert "Lower house votes for pact" in texts(app)
    assert address(app) == {"family": ["law"], "event": ["e_vote"]}


def test_a_choice_is_written_to_the_address_with_its_slug(opened):
    app = opened("timeline")
    press(app, "filters-more")
    app.multiselect(key="publisher").select("northern-wire").run()
    app.text_input(key="q").set_value("marines").run()

    assert address(app) == {"publisher": ["northern-wire"], "q": ["marines"]}
    assert hit_ids(app) == {"e_denial", "e_move", "e_strike"}


def test_a_choice_says_how_many_events_it_would_show(opened):
    app = opened("timeline", status=["contested"])
    [kinds] = [group for group in app.get("button_group") if group.proto.id.endswith("-family")]
    # A label is markdown: its punctuation is escaped.
    shown = [option.content.replace("\\", "") for option in kinds.proto.options]

    assert any(words.endswith("Forces, arms 1") for words in shown)
    assert any(words.endswith("Agreements, law 0") for words in shown)
    press(app, "filters-more")
    assert "Confirmed (2)" in app.multiselect(key="status").options


def test_the_words_of_a_choice_are_known_by_any_number(opened):
    """A second click may come from a screen on which the numbers were others."""
    app = opened("timeline")
    app.session_state["publisher"] = ["northern-wire", "Harbour Post (99)", "Nobody (1)"]
    app.run()

    assert address(app) == {"publisher": ["northern-wire", "harbour-post"]}


def test_a_number_in_the_address_is_kept_in_bounds(opened):
    assert address(opened("timeline", least=["99"])) == {"least": ["3"]}
    assert address(opened("timeline", least=["1"])) == {}
    assert address(opened("timeline", least=["\u0664"])) == {}


def test_an_address_opens_the_story_as_known_on_a_day(opened):
    app = opened("timeline", asof=["2031-10-19"])

    assert address(app) == {"asof": ["2031-10-17"]}
    assert hit_ids(app) == {row[2] for row in golden.MENTIONS if row[0] == "harbour_post"}
    assert "From 1 of 4 articles." in texts(app)
    assert app.select_slider(key="asof-slider").value == dt.date(2031, 10, 17)


def test_the_latest_day_hides_nothing_and_is_not_in_the_address(opened):
    app = opened("timeline", asof=["2031-10-17"])
    app.select_slider(key="asof-slider").set_value(dt.date(2031, 10, 26)).run()

    assert address(app) == {}
    assert len(hit_ids(app)) == 24


def test_what_changed_since_is_told_of_the_claims_shown(opened):
    app = opened("estimates", since="2031-10-17")
    press(app, "changed")
    [box] = [box for box in app.expander if "changed since" in box.label]
    [rows] = [frame.value for frame in box.dataframe]

    is_old = rows["title"].str.startswith("17 Oct 2031")
    assert set(rows["change"][~is_old]) == {"New"}
    assert set(rows["change"][is_old]) == {"Contradicted"}  # denied on a later day


def test_what_changed_since_is_told_of_the_events_shown(opened):
    app = opened("timeline", since=["2031-10-17"], status=["contested"])
    [box] = [box for box in app.expander if "changed since" in box.label]

    assert box.label == "What changed since 17 Oct 2031: 1 contradicted, 1 more publishers"


def test_the_id_of_a_mention_opens_its_event(opened):
    mention_id = golden.tables()[Mentions]["mention_id"].iloc[2]

    assert address(opened("timeline", event=[mention_id])) == {"event": ["e_move"]}


def test_an_event_that_was_not_known_then_is_said_to_be_so(opened):
    app = opened("timeline", asof=["2031-10-17"], event=["e_vote"])

    assert "was not known on that day" in texts(app)
    assert address(app) == {"asof": ["2031-10-17"], "event": ["e_vote"]}


@pytest.mark.parametrize("name", ["estimates", "data"])
def test_every_page_of_rows_knows_the_day(opened, name):
    assert "From 1 of 4 articles." in texts(opened(name, asof=["2031-10-17"]))


def test_what_an_address_asks_for_and_the_story_does_not_have_is_dropped(opened):
    app = opened("timeline", actor=["nobody"], kind=["attack"], **{"from": ["2024-02-30"]})

    assert hit_ids(app) == {"e_invade", "e_strike"}
    assert address(app) == {"kind": ["attack"]}


def test_days_the_wrong_way_round_are_turned(opened):
    app = opened("timeline", **{"from": ["2031-10-31"], "to": ["2031-10-22"]})

    assert address(app)["from"] == ["2031-10-22"]
    assert "e_vote" in hit_ids(app)


def test_next_and_previous_walk_over_the_events_as_filtered(opened):
    app = opened("timeline", kind=["attack"])
    app.button(key="next-event").click().run()
    app.button(key="next-event").click().run()

    assert address(app)["event"] == ["e_strike"]
    assert app.button(key="next-event").disabled
    app.button(key="previous-event").click().run()
    assert address(app)["event"] == ["e_invade"]


def test_the_card_of_an_event_quotes_every_sentence_with_its_words_marked(opened):
    app = opened("timeline", event=["e_move"])
    page = texts(app)

    assert page.count("<blockquote>") == 4
    assert '<mark class="dl-m dl-date" title="read as a date">earlier this month</mark>' in page
    assert "contested: asserted and denied" in page
    assert "Northern Wire, 20 Oct 2031" in page
    assert "according to Per Dahl" in page


def test_choosing_an_event_changes_nothing_in_the_figure(opened):
    app = opened("timeline")
    before = figure(app)
    app.button(key="next-event").click().run()

    assert figure(app) == before


def test_one_click_clears_every_filter(opened):
    app = opened("timeline", family=["law"], q=["house"], stance=["planned"])
    assert len(hit_ids(app)) == 1
    app.button(key="clear-timeline").click().run()

    assert address(app) == {}
    assert len(hit_ids(app)) == len(golden.EVENTS)


def test_a_chart_that_counts_says_so_to_who_does_not_see_it(opened, monkeypatch):
    words = "too many for marks of their own"
    assert words not in drawings(opened("estimates"))[0]["alt"]
    monkeypatch.setattr(claim_cells, "MOST_MARKS", 3)

    assert words in drawings(opened("estimates"))[0]["alt"]


def test_an_empty_choice_says_what_to_widen(opened):
    app = opened("timeline", q=["no such words"], kind=["vote"])

    assert not drawings(app)
    assert "the kinds or the search words" in app.info[0].value
    assert app.button(key="clear-timeline")


def test_undated_events_are_said_to_be_left_out_while_days_are_chosen(opened):
    app = opened("timeline", **{"from": ["2031-10-01"]})

    assert "3 events without a date are left out" in texts(app)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"event": ["gone"]}, "is not in these tables"),
        ({"event": ["e_vote"], "kind": ["attack"]}, "is hidden by the filters"),
    ],
)
def test_an_event_that_cannot_be_shown_is_said_and_the_rest_shown(opened, params, words):
    app = opened("timeline", **params)

    assert words in texts(app)
    assert hit_ids(app)


def test_the_estimates_draw_claims_and_denials_and_list_the_rest(opened):
    app = opened("estimates")
    press(app, "others")
    ids = hit_ids(app)
    frames = [element.value for element in app.dataframe]

    assert {"harbour_post-q01", "tarn_courier-q10", "e_denial", "e_ground"} <= ids
    assert not {"harbour_post-q04", "northern_wire-q07"} & ids
    assert "tarn_courier-q11" in ids  # "dozens", below the axis
    others = [frame for frame in frames if "unit" in frame][-1]
    assert set(others["unit"]) == {"brigades", "people", "shells"}


def compared(app) -> dict:
    """What the comparison was given to show."""
    for component in app.get("bidi_component"):
        if '"columns"' in (data := component.proto.json):
            return json.loads(data)
    raise AssertionError("there is no comparison")


def test_the_estimates_compare_claims_and_point_out_what_disagrees(opened):
    app = opened("estimates", claim=["harbour_post-q01"])
    shown = compared(app)
    said = spoken("\n".join(element.value for element in app.markdown))

    assert shown["lines"][0]["name"] == "Sudria"
    assert shown["lines"][-1]["name"] == "Denied by"
    assert shown["chosen"] == "harbour_post-q01"
    assert "The same number, two states" in said


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A story with more claims than there is room for marks."""
    folder = tmp_path_factory.mktemp("crowded") / "data"
    store.write_tables(*generated.tables(900, claims=800), folder)
    return folder


def test_claims_too_many_for_marks_are_counted_and_say_so(opened, crowded):
    app = opened("estimates", data=crowded)
    laid = compared(app)

    assert "Too many for a mark each" in texts(app)
    assert len(laid["columns"]) <= MOST_DAYS
    app = opened("estimates", data=crowded, **{"from": ["2022-01-01"], "to": ["2022-03-31"]})
    assert "Too many" not in texts(app)
    assert compared(app)["columns"][0].endswith("2022")


def test_the_page_of_both_holds_a_crowd_of_claims(opened, crowded):
    assert not opened("both", data=crowded).exception
    assert not opened("both", data=crowded, kind=["vote"]).exception


def test_the_data_page_says_which_days_of_a_claim_are_meant(opened):
    days = {"from": ["2031-10-01"], "table": ["estimates"]}

    assert "speak of" not in spoken("\n".join(m.value for m in opened("data", **days).markdown))
    said = spoken("\n".join(m.value for m in opened("data", by=["spoken"], **days).markdown))
    assert "by the days that they speak of" in said


def test_a_remark_opens_the_claim_it_is_about(opened):
    app = opened("estimates")
    button = next(b for b in app.button if b.key and b.key.startswith("remark-two_states"))
    button.click().run()

    assert address(app)["claim"][0] in button.key


def test_the_range_says_of_what_it_is_and_shows_the_rows(opened):
    app = opened("estimates")
    press(app, "range-rows")
    deployed = next(e for e in app.expander if e.label.startswith("Shaded"))
    app = opened("estimates", range=["all"])
    everything = next(e for e in app.expander if e.label.startswith("Shaded"))

    assert deployed.label.endswith("the lowest and highest of 6 claims of troops deployed")
    assert set(deployed.dataframe[0].value["state"]) == {"deployed"}
    assert everything.label.endswith("the lowest and highest of 7 claims whatever the state")
    app = opened("estimates", range=["none"])
    assert not [e for e in app.expander if e.label.startswith("Shaded")]


def test_the_chart_is_drawn_as_the_address_says(opened):
    app = opened("estimates", by=["spoken"], scale=["log"], range=["all"], q=["marines"])

    assert "by the day they speak of" in texts(app)
    assert "100,000" not in figure(app)["layout"]["yaxis"]["ticktext"]
    assert figure(app)["layout"]["yaxis"]["ticktext"][0] == "1,000"
    assert address(app)["by"] == ["spoken"]
    app = opened("estimates", by=["nonsense"], scale=["nonsense"])
    assert address(app) == {}


def test_the_card_of_a_claim_marks_its_figure(opened):
    app = opened("estimates", claim=["harbour_post-q01"])
    page = texts(app)

    assert '<h2 class="dl-big">At least 1,500 troops</h2>' in page
    assert "dl-figure" in page
    assert "Ilse Brandt, as “Chancellor Ilse Brandt”" in page
    assert "this or more" in page


def test_a_claim_leads_to_its_event_and_the_event_back_to_its_claims(opened):
    app = opened("estimates", claim=["harbour_post-q00"], publisher=["harbour-post"])
    to_event = next(e for e in app.get("page_link") if "event=e_move" in e.proto.query_string)
    assert "publisher=harbour-post" in to_event.proto.query_string
    assert [b.key for b in app.button if b.key and b.key.startswith("denial-")]

    app = opened("timeline", event=["e_move"])
    back = [e.proto.query_string for e in app.get("page_link")]
    assert any("claim=harbour_post-q00" in query for query in back)


def test_a_denial_on_the_estimates_leads_to_its_sentences(opened):
    app = opened("estimates", claim=["e_denial"])

    assert "Dahl denies that marines left" in texts(app)
    assert texts(app).count("<blockquote>") == 2


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"claim": ["no-such"]}, "is not in these tables"),
        ({"claim": ["tarn_courier-q10"], "asof": ["2031-10-18"]}, "was not known on that day"),
        ({"claim": ["tarn_courier-q10"], "q": ["bureau"]}, "is hidden by the filters"),
    ],
)
def test_a_claim_that_cannot_be_shown_is_said_and_the_rest_shown(opened, params, words):
    app = opened("estimates", **params)

    assert words in texts(app)
    assert hit_ids(app)


def test_claims_are_filtered_by_claimant_and_state(opened):
    app = opened("estimates", claimant=["sudria"], state=["preparing"])

    assert hit_ids(app) - {"e_denial", "e_ground"} == {"harbour_post-q02", "harbour_post-q03"}
    assert address(app) == {"claimant": ["sudria"], "state": ["preparing"]}


def test_events_and_claims_share_what_is_chosen_and_lead_to_each_other(opened):
    app = opened("both", item=["harbour_post-q00"])
    assert "1,500 troops" in texts(app)
    next(b for b in app.button if b.key == "event-e_move").click().run()

    assert address(app) == {"item": ["e_move"]}
    assert "Marines moved to Estmark" in texts(app)
    back = next(b for b in app.button if b.key == "figure-harbour_post-q01")
    back.click().run()
    assert address(app) == {"item": ["harbour_post-q01"]}


def test_a_stretch_of_days_narrows_both_charts(opened):
    app = opened("both", **{"from": ["2031-10-18"], "to": ["2031-10-20"]})
    upper, lower = (
        {c[-1] for t in drawn["data"] if t["name"] == "events" for c in t["customdata"]}
        for drawn in figures(app)
    )  # fmt: skip

    assert "e_summons" in upper
    assert "e_vote" not in upper
    assert "evening_mail-q08" in lower
    assert "tarn_courier-q09" not in lower


def test_an_article_is_shown_as_written_with_its_marks_and_its_day(opened):
    app = opened("sources", article=["evening_mail"])
    page = texts(app)

    assert "day worked out from its content" in page
    assert "Tells the summons, known from the wire" in page
    assert "Retells “Sudria summons Norland&#x27;s ambassador”" in page
    assert "dl-figure" in page


def test_the_address_points_at_a_sentence(opened):
    start, _ = golden.sentence_span("northern_wire", "The fee was")
    app = opened("sources", article=["northern_wire"], at=[str(start)])
    assert not focus(app)  # no table knows that sentence

    start, _ = golden.sentence_span("northern_wire", "Estmark's")
    app = opened("sources", article=["northern_wire"], at=[str(start)])
    assert focus(app).startswith("Estmark"), focus(app)


def test_article_text_is_never_markup(opened):
    app = opened("sources", article=["northern_wire"])

    assert "$5m to $10m, *he* said, and &lt;b&gt;nothing&lt;/b&gt; more." in texts(app)


@pytest.mark.parametrize("at", ["x", "-1", "٣", "9" * 40])
def test_a_place_that_is_no_number_is_ignored(opened, at):
    assert not focus(opened("sources", at=[at]))


def test_the_download_is_what_the_screen_shows(opened):
    app = opened("data", table=["mentions"], publisher=["northern-wire"], q=["marines"])
    button, about = app.get("download_button")
    shown = app.dataframe[0].value

    assert button.proto.label == f"Download {len(shown)} mentions (CSV)"
    assert about.proto.label == "Which rows these are"
    assert "northern_wire" in set(shown["article_id"])
    assert len(set(shown["article_id"])) == 1


def exported(app, name: str, key: str):
    """The page once the export of a table in a format is there to be saved."""
    app.selectbox(key=f"export-format-{name}").set_value(key).run()
    app.button(key=f"make-{name}").click().run()
    for _ in range(100):
        if [b for b in app.get("download_button") if b.proto.label.startswith("Save")]:
            return app
        assert not app.error, spoken(app.error[0].value)
        time.sleep(0.1)
        app.run()
    raise AssertionError("the export never ended")


@pytest.mark.parametrize(("page", "name"), [("timeline", "events"), ("estimates", "estimates")])
def test_a_view_is_exported_from_its_page(opened, page, name):
    app = exported(opened(page), name, "xlsx")

    first = app.get("download_button")[0]
    assert first.proto.label.startswith(f"Save {name}.xlsx (")


def test_the_page_of_both_exports_both_or_either(opened):
    app = opened("both")
    assert len(app.selectbox(key="export-format-both").options) == len(FORMATS)
    app = exported(app, "both", "csv")
    assert app.get("download_button")[0].proto.label.startswith("Save events.csv (")
    app = exported(app, "both", "xlsx")
    assert app.get("download_button")[0].proto.label.startswith("Save both.xlsx (")


@pytest.mark.parametrize(("page", "name"), [("sources", "articles"), ("method", "problems")])
def test_the_other_pages_export_their_table(opened, page, name):
    offered = opened(page).selectbox(key=f"export-format-{name}").options

    assert "Excel" in offered
    assert "BibTeX" in offered
    assert "iCalendar" not in offered
    assert "Picture (PNG)" not in offered


def test_the_reader_is_told_what_an_export_leaves_out(opened):
    app = exported(opened("timeline"), "events", "ics")

    assert "3 left out: no date in the text." in texts(app)


def test_a_failed_export_says_what_to_install(opened, monkeypatch):
    def none(*_given: object, **_more: object) -> None:
        raise choreographer.errors.ChromeNotFoundError("none")

    monkeypatch.setattr("choreographer.Browser", none)
    app = opened("timeline")
    with pytest.raises(AssertionError, match="apt-get install chromium"):
        exported(app, "events", "png")


@pytest.mark.parametrize(
    "name", ["events", "mentions", "estimates", "articles", "actors", "problems"]
)
def test_every_table_can_be_read_with_its_columns_explained(opened, name):
    app = opened("data", table=[name])
    shown, meanings = app.dataframe[0].value, app.dataframe[1].value

    assert list(shown.columns) == list(meanings["column"])
    assert all(meanings["meaning"])


def test_the_method_shows_the_published_scores(opened):
    frames = [element.value for element in opened("method").dataframe]
    [shown] = [frame for frame in frames if "measure" in frame.columns]
    counts = pd.read_csv(tables.ROOT / "docs" / "evaluation.csv")
    kinds = counts[counts["measure"] == "kind"]
    row = shown[shown["measure"] == "Kind"].iloc[0]

    assert row["all"] == f"{100 * kinds['right'].sum() / kinds['cases'].sum():.0f}"
    assert row["cases"] == str(kinds["cases"].sum())
    assert set(counts["story"]) <= set(shown.columns)


def test_what_people_corrected_is_said_on_the_card_and_in_the_method(opened, tmp_path):
    frames = golden.tables()
    events = frames[Events].set_index("event_id")
    events.loc["e_vote", ["corrected", "correction_reason"]] = ["title", "Reads better."]
    events.loc["e_storm", ["is_hidden", "correction_reason"]] = [True, "Off the story."]
    frames[Events] = events.reset_index()[list(frames[Events].columns)]
    store.write_tables(frames, golden.TEXTS, tmp_path / "data")

    timeline = opened("timeline", data=tmp_path / "data", event=["e_vote"])
    method = opened("method", data=tmp_path / "data")

    assert "title: Reads better." in texts(timeline)
    assert "e_storm" not in hit_ids(timeline)
    [rows] = [frame.value for frame in method.dataframe if "corrected" in frame.value]
    assert list(rows["corrected"]) == ["title", "hidden"]
    assert list(rows["reason"]) == ["Reads better.", "Off the story."]


def test_the_method_counts_rows_per_rule_and_lists_what_was_not_read(opened):
    app = opened("method")
    frames = [element.value for element in app.dataframe]

    assert any(list(frame.columns) == ["rule", "rows"] for frame in frames)
    [problems] = [f for f in frames if list(f.columns) == ["kind", "text", "reason", "article"]]
    assert problems["text"].tolist() == ["soon"]


def break_file(folder, name, change):
    path = folder / name
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        pytest.param("events.csv", lambda b: b[: len(b) // 2], "half", id="half-written"),
        pytest.param("events.csv", lambda b: b.replace(b"vote", b"veto"), "edited", id="edited"),
        pytest.param(
            "datapackage.json",
            lambda b: b.replace(b'"version": "1"', b'"version": "0"'),
            "version",
            id="other version",
        ),
    ],
)
@pytest.mark.parametrize("page", TITLES)
def test_tables_that_cannot_be_trusted_are_not_shown(opened, tmp_path, page, name, change, words):
    folder = tmp_path / "data"
    store.write_tables(golden.tables(), golden.TEXTS, folder)
    break_file(folder, name, change)
    app = opened(page, data=folder)

    assert "python -m dateline build" in app.error[0].value
    assert words in app.error[0].value.replace("\\", "")
    assert not drawings(app)
    assert not app.dataframe


def test_missing_tables_are_explained(opened, tmp_path):
    app = opened("timeline", data=tmp_path / "nowhere")

    assert "python -m dateline build" in app.error[0].value


def test_a_rebuilt_folder_is_read_again(opened, tmp_path):
    folder, rows = tmp_path / "data", golden.tables()
    store.write_tables(rows, golden.TEXTS, folder)
    app = opened("data", data=folder)
    assert len(app.dataframe[0].value) == 24

    rows[Events] = rows[Events].assign(place="Rebuilt")
    store.write_tables(rows, golden.TEXTS, folder)
    app.run()

    assert set(app.dataframe[0].value["place"]) == {"Rebuilt"}


def test_a_table_without_rows_is_no_error(opened, tmp_path):
    folder = tmp_path / "data"
    store.write_tables({table: empty(table) for table in TABLES}, {}, folder)

    for name in TITLES:
        app = opened(name, data=folder)
        assert not app.error, name


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (store.Origin(seeds="sha256:old", code=fingerprint.of_code()), "in seeds/ changed since"),
        (store.Origin(seeds="", code="sha256:old"), "The program changed since"),
        (store.Origin(), ""),
    ],
)
def test_tables_older_than_seeds_or_code_are_shown_with_a_quiet_line(
    opened, tmp_path, monkeypatch, origin, words
):
    (tmp_path / "seeds" / "articles").mkdir(parents=True)
    (tmp_path / "seeds" / "actors.csv").write_text("actor_id,name,aliases,kind,country\n")
    store.write_tables(golden.tables(), golden.TEXTS, tmp_path / "data", origin)
    monkeypatch.setattr(tables, "ROOT", tmp_path)
    app = opened("timeline", data=tmp_path / "data")

    assert words in texts(app)
    assert ("since these tables were built" in texts(app)) is bool(words)
    assert drawings(app)


def test_what_an_address_asks_and_the_tables_lack_is_said_and_the_rest_is_shown(opened):
    app = opened("timeline", kind=["no_such_kind", "vote"], lanes=["moods"], **{"from": ["soon"]})

    said = texts(app)
    assert "The address asks for" in said
    for words in ("kind “no_such_kind”", "lanes “moods”", "from “soon”"):
        assert words in said
    assert hit_ids(app) == {"e_vote", "e_upper"}
    assert address(app) == {"kind": ["vote"]}

    app.run()
    assert "The address asks for" in texts(app)  # it stays for the run that tells the width
    app.text_input(key="q").set_value("house").run()
    assert "The address asks for" not in texts(app)
