"""What is secret stays where it is: a sentinel that must turn up nowhere.

The server runs with a secret in its environment (tests/security/conftest.py). It is asked for
everything that it answers, the tables are built and exported with another in a file of secrets.
"""

import pytest

from bench.sessions import Session
from dateline.__main__ import main
from dateline.export.formats import FORMATS
from tests.security.conftest import SECRET
from tests.security.test_serving import ask
from tests.serving import ROOT, run

PAGES = ("", "estimates", "sources", "data", "method")
NEEDS_A_BROWSER = {"png", "svg", "pdf", "pptx"}


def test_no_answer_of_the_server_holds_a_secret(server, log):
    async def visit() -> list[str]:
        said = []
        async with Session(server) as session:
            for page in PAGES:
                answer = await session.visit(page, f"q={SECRET[:8]}&event=nowhere")
                said += [*answer.html, *map(str, answer.data), *answer.errors]
        return said

    said = "\n".join(run(visit()))
    said += "".join(
        str(ask(server, path).body) + str(ask(server, path).headers)
        for path in ("/", "/ready", "/_stcore/health", "/_stcore/host-config", "/_stcore/metrics")
    )

    assert "<h1" in said
    assert SECRET not in said
    assert SECRET not in log.read_text(encoding="utf-8")


def test_the_log_tells_nothing_of_visitors(server, log):
    """No addresses that were asked for: they hold what somebody searched for."""
    ask(server, f"/?q={SECRET}&event=x")

    assert SECRET not in log.read_text(encoding="utf-8")
    assert "q=" not in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("key", sorted(set(FORMATS) - NEEDS_A_BROWSER))
def test_no_export_holds_a_secret_or_a_place_of_this_machine(tmp_path, monkeypatch, capsys, key):
    if not (ROOT / "data" / "datapackage.json").exists():
        pytest.skip("data/ is not built")
    monkeypatch.setenv("DATELINE_TEST_SECRET", SECRET)
    monkeypatch.setenv("DATELINE_DATA", str(ROOT / "data"))
    out = tmp_path / f"file.{FORMATS[key].ending}"

    assert main(["export", "--format", key, "--out", str(out)]) == 0

    content = out.read_bytes()
    for sentinel in (SECRET, str(ROOT), str(tmp_path)):
        assert sentinel.encode() not in content
        assert sentinel.encode("utf-16-le") not in content
    assert SECRET not in "".join(capsys.readouterr())


def test_no_table_holds_a_secret_or_a_place_of_this_machine(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_TEST_SECRET", SECRET)
    assert main(["build", "--seeds", str(ROOT / "seeds"), "--out", str(tmp_path / "data")]) == 0

    for path in (tmp_path / "data").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert SECRET.encode() not in content, path
            assert str(ROOT).encode() not in content, path
            assert str(tmp_path).encode() not in content, path


def test_secrets_are_kept_out_of_the_repository_and_the_image():
    for file in (".gitignore", ".dockerignore"):
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        assert ".streamlit/secrets.toml" in lines, file
