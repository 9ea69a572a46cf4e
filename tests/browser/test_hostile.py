"""What a real browser makes of a story whose every field holds a payload (tests/security/hostile).

The content-security policy is switched off for the pages, so that only the doors for text stand
between the payloads and the screen; then it is tried alone, on a page that lets everything in.
"""

import urllib.request
from urllib.parse import urlencode

import pytest

from dateline.__main__ import main
from dateline.ui.pages import TITLES
from dateline.views.address import PAGE_FIELDS
from tests.browser.beacon import beacon
from tests.browser.conftest import PATIENCE, settle
from tests.security import hostile
from tests.serving import ROOT, serving

# What stands in the page and would not if every text were only shown.
FOUND = """(beacon) => {
  const app = document.querySelector('[data-testid="stApp"]'), found = [];
  const note = (what, node) => found.push(what + ': ' + node.outerHTML.slice(0, 160));
  const inside = (selector) => document.querySelectorAll(selector);
  inside('body script:not([src]), iframe, object, embed, base, form[action], meta[http-equiv], '
    + 'audio, video, .katex, body link').forEach((node) => note('element', node));
  inside('[src], [href], [poster], [action], [srcset]').forEach((node) => {
    for (const name of ['src', 'href', 'xlink:href', 'poster', 'action', 'srcset']) {
      const value = node.getAttribute(name) || '';
      const own = new URL(value, location.href).origin === location.origin;
      const is_article = value.startsWith('http://example.org/') && node.tagName === 'A';
      const is_drawing = value.startsWith('data:image/svg+xml,') && node.tagName === 'IMG';
      if (value && !own && !is_article && !is_drawing) note('leads out', node);
    }
  });
  inside('*').forEach((node) => {
    for (const attribute of node.attributes)
      if (/^on/i.test(attribute.name)) note('handler', node);
    if ((node.getAttribute('style') || '').includes(beacon)) note('style', node);
  });
  inside('style').forEach((node) => {
    if (node.textContent.includes(beacon)) note('style sheet', node); });
  if (window.pwned) found.push('a script ran');
  if (getComputedStyle(document.body).display === 'none') found.push('the page was restyled');
  if (getComputedStyle(app).visibility === 'hidden') found.push('the page was hidden');
  return found;
}"""
MARKS = """() => {
  const plot = document.querySelector('.js-plotly-plot');
  const trace = plot && plot.data.find((t) => t.name === 'events');
  if (!trace) return [];
  const x = plot._fullLayout.xaxis, y = plot._fullLayout.yaxis;
  plot.scrollIntoView({ block: 'start' });
  const edge = plot.getBoundingClientRect();
  return Array.from(trace.x).map((value, at) => [edge.left + x._offset + x.d2p(value),
    edge.top + y._offset + y.d2p(trace.y[at])]).filter(([, top]) => top > 60 && top < 880);
}"""


@pytest.fixture(scope="module")
def listener():
    with beacon() as found:
        yield found


@pytest.fixture(scope="module")
def dashboard(listener, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder / "seeds", listener[0])
    assert main(["build", "--seeds", str(folder / "seeds"), "--out", str(folder / "data")]) == 0
    with serving(folder / "data", folder / "log.txt") as address:
        yield address


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    yield tab
    context.close()


def shown(page) -> str:
    """All text of the page, also of what is folded away."""
    return page.evaluate("() => document.querySelector('[data-testid=\"stApp\"]').textContent")


@pytest.mark.parametrize("name", TITLES)
def test_a_page_shows_payloads_and_obeys_none(page, dashboard, listener, name):
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"{dashboard}/{name}")
    settle(page)
    for x, y in page.evaluate(MARKS)[::4]:
        page.mouse.move(x, y)
        page.wait_for_timeout(60)
    for button in ("next-event", "next-claim"):
        if page.locator(f".st-key-{button} button").count():
            page.locator(f".st-key-{button} button").click()
            settle(page)
    folded = page.locator('[data-testid="stExpander"] summary')
    for number in range(min(3, folded.count())):
        folded.nth(number).click()
        page.wait_for_timeout(150)

    assert page.evaluate(FOUND, listener[0]) == []
    assert page.url.startswith(dashboard)
    assert (dialogs, listener[1]) == ([], [])


def test_an_article_shows_its_payload_as_it_is(page, dashboard, listener):
    """Those that would be the first to vanish or turn into something else."""
    texts = hostile.payloads(listener[0])
    for payload in ("$5m to $10m", ":red[red]", "<b>bold</b><br>"):
        at, text = next((at, text) for at, text in enumerate(texts) if payload in text)
        page.goto(f"{dashboard}/sources?{urlencode({'article': hostile.file_name(text, at)})}")
        settle(page)

        assert shown(page).count(payload) >= 3, payload
        assert page.evaluate(FOUND, listener[0]) == []
    assert listener[1] == []


def test_an_address_is_no_way_in(page, dashboard, listener):
    """Every parameter that a page reads holds every payload in turn, a few at a time."""
    found = hostile.payloads(listener[0])
    for number, name in enumerate(("timeline", "estimates", "sources")):
        fields = (*PAGE_FIELDS[name], "unknown")
        pairs = {field: found[(number * 11 + at) % len(found)] for at, field in enumerate(fields)}
        page.goto(f"{dashboard}/{name}?{urlencode(pairs)}")
        settle(page)

        assert page.evaluate(FOUND, listener[0]) == []
        assert not page.locator('[data-testid="stException"]').count()
    assert listener[1] == []


OPEN_DOOR = """
import streamlit as st
from tests.security.hostile import payloads
st.title("Open")
for text in payloads({beacon!r}):
    if "http-equiv" in text:  # leads the whole page away, which no policy forbids
        continue
    st.markdown(text, unsafe_allow_html=True)
    st.html(text)
"""


def test_the_policy_alone_lets_no_payload_call_home(browser, listener, tmp_path):
    """A page that shows every payload as HTML, behind the policy: nothing is fetched or run."""
    script = tmp_path / "open.py"
    script.write_text(OPEN_DOOR.format(beacon=listener[0]), encoding="utf-8")
    serve = tmp_path / "serve_open.py"
    serve.write_text(SERVE.format(script=str(script)), encoding="utf-8")
    own = {"PYTHONPATH": str(ROOT)}
    with serving(tmp_path, tmp_path / "log.txt", command=(str(serve),), **own) as address:
        context = browser.new_context()
        tab = context.new_page()
        tab.set_default_timeout(PATIENCE)
        refused = []
        tab.on("console", lambda message: refused.append(message.text))
        tab.goto(address)
        tab.wait_for_selector("h1")
        tab.wait_for_timeout(2500)
        ran = tab.evaluate("() => window.pwned")
        context.close()

    assert any("Content Security Policy" in text for text in refused)
    assert ran is None
    assert listener[1] == []


SERVE = """
import sys
from pathlib import Path
import uvicorn
from dateline.ui import server
app = server.application(Path({script!r}), warm=False)
uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(
    sockets=server.listening("", int(sys.argv[1])))
"""


def test_the_beacon_would_notice(listener):
    with urllib.request.urlopen(f"{listener[0]}/noticed", timeout=5):
        pass

    assert listener[1] == ["/noticed"]
    listener[1].clear()
