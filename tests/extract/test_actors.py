"""Who is named: the shared vectors, every lexicon row's own example, and what must always hold."""

import json
import time
from itertools import pairwise
from pathlib import Path

import country_converter
import pandas as pd
import pytest

from dateline import lexicon
from dateline.extract.actors import ActorIndex, find_places, resolve_pronoun
from dateline.extract.actors.mention import slug
from dateline.extract.sentences import split_sentences
from dateline.model import Actor, ActorKind, Span

VECTORS = json.loads(
    (Path(__file__).parents[1] / "vectors" / "actors_en.json").read_text(encoding="utf-8")
)
TITLES = lexicon.rows("titles")
BODIES = lexicon.rows("bodies")
ROLES = lexicon.rows("roles")
MEDIA = lexicon.rows("media")
COUNTRIES = lexicon.rows("countries")

GIVEN = [
    Actor("nordland", "Norway", ("Norway", "Norwegian", "Oslo"), ActorKind.STATE, "NOR"),
    Actor("vega", "Tomas Vega", ("Tomas Vega", "Vega", "Fisheries minister"), ActorKind.PERSON, ""),
    Actor("holm_a", "Anders Holm", ("Anders Holm", "Holm"), ActorKind.PERSON, "NOR"),
    Actor("holm_b", "Berit Holm", ("Berit Holm", "Holm"), ActorKind.PERSON, "NOR"),
    Actor(
        "weather",
        "Norwegian Weather Agency",
        ("Norwegian Weather Agency", "weather agency", "NWA"),
        ActorKind.BODY,
        "NOR",
    ),
    Actor(
        "foreign",
        "Norwegian Foreign Ministry",
        ("Norwegian Foreign Ministry", "Norway's Ministry of Foreign Affairs"),
        ActorKind.BODY,
        "NOR",
    ),
]


@pytest.fixture(scope="module")
def index():
    return ActorIndex([])


@pytest.fixture(scope="module")
def given():
    return ActorIndex(GIVEN)


def as_vector(mention, text):
    """Write a mention the way the vectors file does, so a failure reads as a diff of it."""
    vector = {
        "quote": mention.span.of(text),
        "actor_id": mention.actor_id,
        "rule": mention.rule,
    }
    return vector | ({"is_modifier": True} if mention.is_modifier else {})


def ids(found):
    return [mention.actor_id for mention in found.mentions]


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["text"])
def test_vectors(case, index):
    found = index.find(case["text"])

    wanted = [{k: v for k, v in e.items() if k != "country"} for e in case["expect"]]
    assert [as_vector(mention, case["text"]) for mention in found.mentions] == wanted
    assert [span.of(case["text"]) for span, _ in found.ambiguous] == case.get("ambiguous", [])
    for mention, expected in zip(found.mentions, case["expect"], strict=True):
        assert mention.country == expected.get("country", mention.country)


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row["title"])
def test_each_title_reads_its_own_example(row, index):
    found = index.find(f"Then {row['example']} left the room.")

    [mention] = found.mentions
    assert mention.span.of(found.text) == row["example"]
    assert (mention.kind, mention.rule) == (ActorKind.PERSON, "title_name")
    assert mention.name.of(found.text) == " ".join(row["example"].split()[-2:])


@pytest.mark.parametrize("row", BODIES, ids=lambda row: row["body"])
def test_each_body_reads_its_own_example(row, index):
    if row["part"] == "name":
        [mention] = index.find(row["example"]).mentions[:1]
        assert (mention.actor_id, mention.rule) == (slug(row["body"]), "alias")
    else:
        found = index.find(f"A report by {row['example']} was late.")
        [mention] = found.mentions
        assert row["body"] in mention.span.of(found.text)
        assert mention.span.of(found.text) == row["example"].removeprefix("the ")
        assert mention.rule == "organisation"
    assert mention.kind is ActorKind.BODY


@pytest.mark.parametrize("row", MEDIA, ids=lambda row: row["name"])
def test_each_medium_reads_its_own_example(row, index):
    [mention, *_] = index.find(row["example"]).mentions

    assert mention.span.of(row["example"]) == row["name"]
    assert (mention.kind, mention.rule) == (ActorKind.BODY, "alias")
    assert mention.country == row["country"]


@pytest.mark.parametrize("row", ROLES, ids=lambda row: row["role_id"])
def test_each_role_reads_its_own_example(row, index):
    found = index.find(row["example"])

    assert found.mentions[0].rule == "role"
    said = found.mentions[0].name.of(row["example"]).lower()
    assert said in row["forms"].replace("’", "'").lower().split(";")


@pytest.mark.parametrize("row", COUNTRIES, ids=lambda row: row["iso3"])
def test_each_country_is_found_by_its_names_and_demonyms(row, index):
    context = row["only_with"].split(";")[0]
    for name in [row["name"], *row["names"].split(";")]:
        if not name:
            continue
        found = index.find(f"Aid reached {name} on Monday. {context}")
        assert found.mentions[0].country == row["iso3"], name
        assert found.mentions[0].span.of(found.text) == name
    for demonym in filter(None, row["demonyms"].split(";")):
        [mention, *_] = index.find(f"Two {demonym} ships sank. {context}").mentions
        assert (mention.country, mention.rule) == (row["iso3"], "demonym"), demonym
    for capital in filter(None, row["capital"].split(";")):
        [mention] = index.find(f"Sanctions against {capital} were lifted.").mentions
        assert (mention.country, mention.rule) == (row["iso3"], "capital"), capital
        assert not index.find(f"The talks were held in {capital}.").mentions


@pytest.fixture(scope="module")
def converter():
    # country_converter reads its table with an option that pandas 3 takes to mean that Namibia's
    # code "NA" is missing, so the table is read here and handed over.
    path = Path(country_converter.__file__).with_name("country_data.tsv")
    table = pd.read_csv(path, sep="\t", encoding="utf-8", keep_default_na=False, dtype=str)
    table = table.replace("", None)
    table["ISO2"] = table["ISO2"].fillna("-")
    table["obsolete"] = pd.to_numeric(table["obsolete"])
    return country_converter.CountryConverter(country_data=table)


def test_every_member_of_the_united_nations_has_a_row(converter):
    members = set(converter.data.dropna(subset=["UNmember"])["ISO3"])

    assert members | {"TWN", "PSE", "XKX"} == {row["iso3"] for row in COUNTRIES}
    assert len(COUNTRIES) == 196


def test_no_name_is_another_countrys(converter):
    for row in COUNTRIES:
        assert converter.convert(row["name"], to="ISO3") == row["iso3"]
        # The library has no short forms such as "DRC" or "Congo"; it may not know a name, but
        # must not take it for another country's.
        for name in filter(None, row["names"].split(";")):
            if name not in ("Congo", "America", "Eastern Congo"):
                assert converter.convert(name, to="ISO3", not_found=row["iso3"]) == row["iso3"]


def test_a_given_state_lends_its_id_to_the_lexicons_country(given):
    found = given.find("Norwegians voted. Norway's government resigned, and Sweden was surprised.")

    assert ids(found) == ["nordland", "nordland", "sweden"]
    assert [actor.actor_id for actor in found.created] == ["sweden"]


def test_a_given_person_is_found_by_each_alias_and_title(given):
    found = given.find("Fisheries Minister Tomas Vega met miners. Vega left. Tomas Vega slept.")

    assert ids(found) == ["vega", "vega", "vega"]
    assert found.created == []


def test_an_alias_that_two_people_share_waits_for_the_one_who_was_named(given):
    alone = given.find("Holm said no.")
    after = given.find("Berit Holm spoke first. Holm said no.")

    assert (ids(alone), alone.ambiguous[0][1]) == ([], "can be Anders Holm or Berit Holm")
    assert ids(after) == ["holm_b", "holm_b"]


def test_common_words_are_a_given_bodys_only_where_its_country_is_named(given):
    assert ids(given.find("In Norway the weather agency warned of snow.")) == [
        "nordland",
        "weather",
    ]
    assert ids(given.find("In Chile the weather agency warned of snow.")) == [
        "chile",
        "weather_agency",
    ]


@pytest.mark.parametrize(
    "naming",
    [
        "Norway's foreign ministry",
        "Oslo's Foreign Ministry",
        "Norwegian Ministry of Foreign Affairs",
    ],
)
def test_a_given_body_is_known_by_its_words_in_any_order(naming, given):
    assert ids(given.find(f"It was denied by {naming} on Monday.")) == ["foreign"]


def test_the_word_alias_wins_over_shorter_ones_inside_it(given):
    text = "The Norwegian Weather Agency warned of snow."

    [mention] = given.find(text).mentions
    assert mention.span.of(text) == "Norwegian Weather Agency"


def test_possessives_are_left_out_of_the_naming(index):
    text = "Japan’s ministers met. President Tomas Vega’s plan failed."

    quotes = [mention.span.of(text) for mention in index.find(text).mentions]
    assert quotes == ["Japan’s ministers", "President Tomas Vega"]


def test_a_surname_in_a_headline_is_answered_from_the_text_below(index):
    text = "President Vega Rejects Strike Offer\nPresident Tomas Vega met the miners on Monday."

    assert ids(index.find(text)) == ["tomas_vega", "tomas_vega"]


def test_a_headlines_capitals_make_no_new_names(index):
    text = "Dock Workers Walk Out As Talks Collapse\nNothing else happened."

    assert index.find(text).created == []


def test_two_people_of_one_surname_are_told_apart_by_their_titles(index):
    text = (
        "Minister Kim Min-seok met General Kim Tae-woo. Minister Kim was calm. Kim Tae-woo was not."
    )

    assert ids(index.find(text)) == ["kim_min_seok", "kim_tae_woo", "kim_min_seok", "kim_tae_woo"]


def test_of_two_agencies_the_one_just_spoken_of_is_meant(index):
    text = (
        "The National Weather Agency raised the alert. Roads closed. Shops closed. "
        "The Road Safety Agency sent ploughs. The agency asked drivers to stay at home."
    )

    assert ids(index.find(text))[-3:] == [
        "road_safety_agency",
        "road_safety_agency",
        "drivers",
    ]


def test_mentions_are_in_order_do_not_overlap_and_hold_their_names(index):
    for case in VECTORS:
        spans = [mention.span for mention in index.find(case["text"]).mentions]
        assert spans == sorted(spans)
        assert not any(a.overlaps(b) for a, b in pairwise(spans))
        for mention in index.find(case["text"]).mentions:
            assert mention.span.holds(mention.name)


def test_whoever_is_created_is_mentioned_and_the_other_way_round(given):
    for case in VECTORS:
        found = given.find(case["text"])
        assert {actor.actor_id for actor in found.created} == set(ids(found)) - {
            actor.actor_id for actor in GIVEN
        }


def test_reading_twice_gives_the_same(index):
    text = " ".join(case["text"] for case in VECTORS)

    assert index.find(text) == index.find(text)


def test_the_time_grows_with_the_text_and_not_faster(index):
    text = " ".join(case["text"] for case in VECTORS) + "\n"

    def seconds(times):
        begin = time.process_time()
        index.find(text * times)
        return time.process_time() - begin

    seconds(1)
    assert seconds(16) < 16 * max(seconds(4), 0.05)


@pytest.mark.parametrize("junk", ["", " ", "\n\n", "’s", "(", "A", "A.", "U.S.", "-" * 50, "Mr. "])
def test_fragments_are_read_without_complaint(junk, index):
    found = index.find(junk)

    assert find_places(junk, found.mentions) == []


PRONOUNS = [
    ("President Tomas Vega spoke. He was tired.", "He", "tomas_vega"),
    ("President Tomas Vega met Gov. John Roe. He was tired.", "He", None),
    ("Japan signed the pact. It had waited for years.", "It", "japan"),
    ("Japan and Norway signed the pact. It had waited for years.", "It", None),
    ("Rescuers dug all night. They found nobody.", "They", "rescuers"),
    ("President Tomas Vega spoke. The hall was cold. He was tired.", "He", None),
    ("Spokeswoman Ruth Brandt and Gov. John Roe met. She left first.", "She", None),
    ("Spokeswoman Ruth Brandt spoke. He was not there.", "He", None),
    ("North Korean troops arrived. It was denied.", "It", None),
]


@pytest.mark.parametrize(("text", "pronoun", "expected"), PRONOUNS)
def test_a_pronoun_is_answered_only_where_one_candidate_is_left(text, pronoun, expected, index):
    start = text.rindex(pronoun)
    [sentence] = [s.span for s in split_sentences(text) if s.span.start <= start < s.span.end]

    actor = resolve_pronoun(Span(start, start + len(pronoun)), index.find(text), sentence)
    assert (actor.actor_id if actor else None) == expected


PLACES = [
    ("The dam burst in the Kursk region.", ["Kursk region"]),
    ("The summit ended in Kazan on Thursday.", ["Kazan"]),
    ("Six died in the eastern Donetsk region.", ["Donetsk region"]),
    ("The jet landed at Narita airport.", ["Narita airport"]),
    ("The tanker sank off the coast of Somalia.", ["coast of Somalia"]),
    ("It struck near the city of Padang.", ["city of Padang"]),
    ("Fires burned in Los Angeles County.", ["Los Angeles County"]),
    ("The ship sank in the Black Sea.", ["Black Sea"]),
    ("They met in Russia’s Kursk region.", ["Russia’s Kursk region"]),
    ("They trained in the Russian Far East.", ["Russian Far East"]),
    ("He lives in New York.", ["New York"]),
    ("It began in February.", []),
    ("It began in Russia's war.", []),
    ("The change in President Vega's tone was noted.", []),
    ("Trust in NATO fell.", []),
    ("Technology from Russia helped.", []),
    ("She was killed in a Ukrainian strike.", []),
    ("Support in Parliament fell.", []),
    ("They met on Monday.", []),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_places_stand_behind_a_preposition_and_have_capitals(text, places, index):
    spans = find_places(text, index.find(text).mentions)

    assert [span.of(text) for span in spans] == places


@pytest.mark.parametrize(
    "piece",
    [
        "a spokesman for the official of the ",
        "Ministry of ",
        "Kim and ",
        "Jane Doe, ",
        "Mr. A. ",
        "(",
    ],
)
def test_no_repetition_takes_long_or_too_deep(piece, index):
    begin = time.process_time()
    found = index.find(piece * 3000)
    find_places(found.text, found.mentions)

    assert time.process_time() - begin < 15


def test_a_body_in_common_words_is_the_storys_where_no_other_country_is_named():
    given = ActorIndex(GIVEN)
    found = {
        text: [m.actor_id for m in given.find(text).mentions if m.kind is ActorKind.BODY]
        for text in (
            "Oslo was dry. The weather agency warned of frost.",
            "Spain was dry. The weather agency warned of frost.",
        )
    }

    assert list(found.values()) == [["weather"], ["weather_agency"]]
