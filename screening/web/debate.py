"""The debate as cards: what each step of the guide can project, and in which order."""

from dataclasses import dataclass
from typing import Any

from screening.guide.model import Guide, Step
from screening.room.questions import Question, say
from screening.store.library import Plan


@dataclass(frozen=True)
class Card:
    """One thing to project: `step` and `id` name it, `kind` is text, prompt, figure or quote."""

    step: str
    id: str
    kind: str
    text: str
    index: int = 0

    @property
    def screen(self) -> dict[str, Any]:
        """What the room keeps to know that this card is on the projector."""
        return {"step": self.step, "card": self.id}


def steps(guide: Guide, plan: Plan) -> tuple[Step, ...]:
    """Return the steps of a debate: the questions after the film, what was picked, the close."""
    wanted = set(plan.sequences)
    return (
        *guide.of_kind("after"),
        *(s for s in guide.steps if s.kind in {"sequence", "activity"} and s.id in wanted),
        *guide.of_kind("closing"),
    )


def cards(step: Step, language: str = "fr") -> tuple[Card, ...]:
    """Return what a step may project, in order; never anything of its body."""
    found: list[Card] = []
    if text := say(step.screen, language):
        found.append(Card(step.id, "text-0", "text", text))
    for kind, texts in (
        ("prompt", [say(p.text, language) for p in step.prompts]),
        ("figure", [f"{say(f.value, language)} – {say(f.what, language)}" for f in step.figures]),
        ("quote", [say(q.text, language) for q in step.quotes]),
    ):
        found += [Card(step.id, f"{kind}-{n}", kind, text, n) for n, text in enumerate(texts)]
    return tuple(found)


def card(guide: Guide, screen: dict[str, Any], language: str = "fr") -> Card | None:
    """Return the card that a room's screen names, or None when it names none of this guide."""
    try:
        step = guide.step(str(screen.get("step", "")))
    except KeyError:
        return None
    return next((c for c in cards(step, language) if c.id == screen.get("card")), None)


def flow(guide: Guide, plan: Plan, language: str = "fr") -> tuple[Card, ...]:
    """Return the cards that « next » goes through: each step's text and prompts."""
    return tuple(c for s in steps(guide, plan) for c in cards(s, language) if c.kind in {"text", "prompt"})


def place(guide: Guide, plan: Plan, screen: dict[str, Any]) -> list[str]:
    """Return where in the flow a room is: its card, or the last one before a figure, a result, a sheet."""
    here = [screen.get("step"), screen.get("card")]
    found = [[c.step, c.id] for c in flow(guide, plan)]
    return next((name for name in found if name == here), list(screen.get("walked", [])))


def following(guide: Guide, plan: Plan, screen: dict[str, Any], language: str = "fr") -> Card | None:
    """Return the card after the last one of the flow that was shown; None when the guide is through."""
    ordered = flow(guide, plan, language)
    walked = place(guide, plan, screen)
    places = [n for n, c in enumerate(ordered) if [c.step, c.id] == walked]
    start = places[0] + 1 if places else 0
    return ordered[start] if start < len(ordered) else None


def preceding(guide: Guide, plan: Plan, screen: dict[str, Any], language: str = "fr") -> Card | None:
    """Return the card to go back to: after a figure or a result the last one walked, else the one before."""
    ordered = flow(guide, plan, language)
    walked = place(guide, plan, screen)
    places = [n for n, c in enumerate(ordered) if [c.step, c.id] == walked]
    if not places:
        return None
    beside = [screen.get("step"), screen.get("card")] != walked
    back = places[0] if beside else places[0] - 1
    return ordered[back] if back >= 0 else None


def asked_aloud(guide: Guide, plan: Plan, moment: str) -> tuple[Question, ...]:
    """Return the dossier's questions that this evening asks aloud at a moment."""
    return tuple(
        q for q in guide.questions if q.dossier and moment in q.moments and q.id not in plan.questions
    )
