"""Digests tell what tables were made from."""

from dateline import fingerprint


def test_a_name_and_a_content_cannot_trade_places():
    assert fingerprint.of({"a": b"b"}) != fingerprint.of({"b": b"a"})
    assert fingerprint.of({"a": b"", "b": b""}) != fingerprint.of({"a": b""})


def test_order_and_line_ends_of_a_checkout_do_not_matter():
    assert fingerprint.of({"a": b"1\r\n", "b": b"2"}) == fingerprint.of({"b": b"2", "a": b"1\n"})


def code_in(folder, monkeypatch, **files):
    for name, content in files.items():
        path = folder / name.replace("__", "/", 1).replace("_dot_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    monkeypatch.setattr(fingerprint, "PACKAGE", folder)
    fingerprint.of_code.cache_clear()
    digest = fingerprint.of_code()
    fingerprint.of_code.cache_clear()
    return digest


def test_only_what_gives_rows_counts_as_code(tmp_path, monkeypatch):
    first = code_in(tmp_path, monkeypatch, merge_dot_py="1", lexicon__cues_dot_csv="a")

    assert code_in(tmp_path, monkeypatch, ui__shell_dot_py="1", charts__a_dot_py="1") == first
    assert code_in(tmp_path, monkeypatch, lexicon__cues_dot_csv="b") != first
    assert code_in(tmp_path, monkeypatch, lexicon__cues_dot_csv="a") == first
    assert code_in(tmp_path, monkeypatch, merge_dot_py="2") != first
