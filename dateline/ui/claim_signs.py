"""The shape of each state as a letter, for text that stands beside the charts."""

SIGNS = {
    "deployed": "●",
    "preparing": "○",
    "planned": "△",
    "killed": "▼",
    "wounded": "▽",
    "casualties": "⬢",
    "captured": "■",
    "supplied": "▶",
    "produced": "★",
}


def state_sign(state: str) -> str:
    """The filled or hollow shape that the charts draw for a state."""
    return SIGNS.get(state, "◆")
