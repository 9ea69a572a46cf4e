"""What stands out among the claims, in words, each side of it a button that opens its claim."""

from collections.abc import Callable, Sequence

import streamlit as st

from dateline.ui import heading
from dateline.ui.markup import plain
from dateline.views.remarks import SORT_NAMES, Remark, Sort

MOST_OF_A_SORT = 8


def listed(remarks: Sequence[Remark], choose: Callable[[str], None]) -> None:
    """The remarks of each sort; which side is right, nothing here says."""
    if not remarks:
        return
    heading.section("Pointed out, not resolved")
    for sort in Sort:
        alike = [remark for remark in remarks if remark.sort is sort]
        for number, remark in enumerate(alike[:MOST_OF_A_SORT]):
            with st.container(
                horizontal=True, gap="small", vertical_alignment="center",
                key=f"remark-{sort}-{number}",
            ):  # fmt: skip
                st.markdown(
                    f"**{plain(SORT_NAMES[sort])}:** {plain(remark.same)}:", width="content"
                )
                for said, claim in remark.sides:
                    st.button(
                        plain(said),
                        type="tertiary",
                        on_click=choose,
                        args=(claim,),
                        key=f"remark-{sort}-{number}-{claim}",
                    )
        if len(alike) > MOST_OF_A_SORT:
            heading.note(f"{len(alike) - MOST_OF_A_SORT} more of this sort are in the table.")
