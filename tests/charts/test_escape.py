from dateline.charts.escape import safe, shortened, wrapped


def test_a_link_in_a_headline_is_shown_and_not_live():
    assert safe('<a href="x">R&D</a>') == '&lt;a href="x"&gt;R&amp;D&lt;/a&gt;'


def test_quotes_are_left_as_they_are():
    """Plotly would show &quot; letter by letter."""
    assert safe("“a” 'b' \"c\"") == "“a” 'b' \"c\""


def test_wrapping_escapes_each_line_and_ends_with_an_ellipsis():
    lines = wrapped("<b> " * 40, width=20).split("<br>")

    assert len(lines) == 2
    assert all("<b>" not in line for line in lines)
    assert lines[1].endswith("…")


def test_a_label_is_cut_at_a_word():
    assert shortened("Lower house votes for the pact", 18) == "Lower house votes…"
    assert shortened("short", 18) == "short"
    assert len(shortened("x" * 50, 18)) == 18
