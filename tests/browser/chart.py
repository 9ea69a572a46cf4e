"""What is drawn in a chart, as the browser drew it: boxes of labels, marks and edges."""

from typing import Any

from playwright.sync_api import Page

BOXES = """() => {
  const plot = document.querySelector('.js-plotly-plot');
  const box = (node) => { const r = node.getBoundingClientRect();
    return [r.left, r.top, r.right, r.bottom]; };
  const texts = [], marks = [];
  for (const trace of plot._fullData) {
    const group = plot.querySelector('.trace' + trace.uid);
    if (!group || trace.name === 'events') continue;
    group.querySelectorAll('path.point').forEach((node) => marks.push(
      { name: trace.name, box: box(node) }));
    group.querySelectorAll('text').forEach((node) => {
      if (node.textContent.trim()) texts.push({ text: node.textContent, box: box(node) }); });
  }
  plot.querySelectorAll('.annotation text, .xtick text').forEach((node) => {
    if (node.textContent.trim()) texts.push({ text: node.textContent, box: box(node) }); });
  return { texts, marks, plot: box(plot.querySelector('.main-svg')) };
}"""


def boxes(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(BOXES)
    return found


def overlap(one: list[float], other: list[float], tolerance: float = 1.5) -> bool:
    """Whether two boxes share more than a hair. Boxes of text include the room above its letters,
    so lines right below each other may touch."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > tolerance and down > tolerance + 2


def collisions(page: Page) -> list[str]:
    """Every label that lies on another, on a mark, or over the edge of its chart."""
    found = boxes(page)
    texts, problems = found["texts"], []
    edge = found["plot"]
    for number, one in enumerate(texts):
        for other in texts[:number]:
            if overlap(one["box"], other["box"]):
                problems.append(f"{one['text']!r} on {other['text']!r}")
        for mark in found["marks"]:
            if overlap(one["box"], mark["box"]):
                problems.append(f"{one['text']!r} on a mark of {mark['name']}")
        left, top, right, bottom = one["box"]
        if left < edge[0] - 1 or right > edge[2] + 1 or top < edge[1] - 1 or bottom > edge[3] + 1:
            problems.append(f"{one['text']!r} over the edge")
    return problems


def click_event(page: Page, event_id: str) -> None:
    """Click the mark of an event or claim, as a person does, in the middle of it."""
    spot = page.evaluate(
        """(id) => {
          const plot = document.querySelector('.js-plotly-plot');
          const trace = plot.data.find((t) => t.name === 'events');
          const at = trace.customdata.findIndex((c) => c[c.length - 1] === id);
          const x = plot._fullLayout.xaxis, y = plot._fullLayout.yaxis;
          plot.scrollIntoView({ block: 'nearest' });
          const edge = plot.getBoundingClientRect();
          return [edge.left + x._offset + x.d2p(trace.x[at]),
                  edge.top + y._offset + y.d2p(trace.y[at])];
        }""",
        event_id,
    )
    point_and_click(page, *spot)


def point_and_click(page: Page, x: float, y: float) -> None:
    """A click takes what Plotly last saw under the pointer, and it looks every 50 ms at most."""
    page.mouse.move(x, y)
    page.wait_for_timeout(70)
    page.mouse.click(x, y)
