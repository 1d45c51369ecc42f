"""The command that summarises answers collected elsewhere, from a CSV file."""

import json
from pathlib import Path

import click

from screening.commands.common import fail, folders_of, guides_option, load_guide
from screening.output.wording import lines, verdict
from screening.room.questions import say
from screening.summary import answers_csv
from screening.summary.as_json import to_json
from screening.summary.findings import find as find_shift


@click.command()
@click.argument("answers", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--guide", "name", required=True, help="The slug or folder of the guide that was used.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@guides_option
def summarise(answers: Path, name: str, as_json: bool, guides: Path | None) -> None:
    """Tell how representations shifted, from a CSV file: ticket,moment,question,value."""
    questions = {question.id: question for question in load_guide(name, folders_of(guides)).questions}
    grouped, faults = answers_csv.read(answers.read_bytes(), questions)
    if faults:
        fail(*faults)
    findings = [(q, find_shift(q, grouped[q.id])) for q in questions.values() if q.id in grouped]
    if as_json:
        found = [to_json(finding, verdict(finding, question)) for question, finding in findings]
        click.echo(json.dumps({"questions": found}, ensure_ascii=False, indent=2))
        return
    for question, finding in findings:
        click.echo(say(question.wording))
        for line in filter(None, [verdict(finding, question), *lines(finding, question)]):
            click.echo(f"  {line}")
