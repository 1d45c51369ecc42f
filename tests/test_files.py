"""Anything may stand in the files that the command line reads: a sentence answers, never a trace."""

from pathlib import Path

from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.cli import main

GUIDE = str(Path(__file__).parent / "guides" / "le-guichet")
CALM = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
PIECES = [
    "ticket,moment,question,value\n",
    "a,before,s_guichet,3\n",
    "a,after,w_guichet,file;queue\n",
    '"',
    ",",
    ";",
]
PIECES += [
    "\n",
    "+++\n",
    'kind = "sequence"\n',
    "[[prompts]]\n",
    "# Titre\n",
    "## 1. Partie\n",
    "[^1]: note\n",
    "- ",
]
PIECES += ["1:12:30", "\x00", "\ufeff", "=1+1", "<script>", "[" * 200, "\u202e"]
pieces = st.sampled_from(PIECES)
contents = st.binary(max_size=200) | st.lists(pieces | st.text(max_size=20), max_size=30).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)


def run(*arguments: object) -> None:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), arguments
    assert result.exit_code in {0, 1, 2}
    assert "Traceback" not in result.output


@CALM
@given(contents)
def test_any_file_of_answers_is_read_or_refused(tmp_path, content):
    (tmp_path / "answers.csv").write_bytes(content)
    run("summarise", tmp_path / "answers.csv", "--guide", GUIDE, "--json")


@CALM
@given(contents)
def test_any_dossier_is_imported_or_refused(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "dossier.md").write_bytes(content)
    run("guide", "import", folder / "dossier.md", "--into", folder / "draft")


@CALM
@given(contents, st.sampled_from(["guide.toml", "attente.md", "fiche.md"]))
def test_any_guide_is_checked(tmp_path_factory, content, name):
    folder = tmp_path_factory.mktemp("guide")
    for file in (path for path in Path(GUIDE).iterdir() if path.is_file()):
        (folder / file.name).write_bytes(content if file.name == name else file.read_bytes())
    run("guide", "check", folder)
