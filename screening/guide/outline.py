"""A guide in short, to compare it with what it was drawn from."""

from typing import Any

from screening.guide.model import Guide
from screening.room.questions import say


def outline(guide: Guide) -> dict[str, Any]:
    """Return the steps (with counts of prompts, figures and references) and the questions of a guide."""
    return {
        "steps": [
            {
                "id": step.id,
                "kind": step.kind,
                "title": say(step.title),
                "attached": list(step.attached),
                "added": step.added,
                "prompts": len(step.prompts),
                "figures": len(step.figures),
                "references": len(step.notes),
            }
            for step in guide.steps
        ],
        "questions": [
            {
                "id": question.id,
                "dossier": question.dossier,
                "kind": question.kind,
                "moments": list(question.moments),
                "added": question.added,
            }
            for question in guide.questions
        ],
    }
