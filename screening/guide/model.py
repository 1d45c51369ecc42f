"""A guide as frozen records: the film, its steps in order, its questions and sources."""

from typing import Literal, TypeVar

import msgspec
from markupsafe import Markup

from screening.guide.translate import Translations
from screening.room.questions import Question, Record, Texts

StepKind = Literal["about", "before", "film", "after", "sequence", "sheet", "activity", "closing"]


class Duration(Record, frozen=True):
    """How long a step takes, in minutes."""

    min: int
    ideal: int
    max: int


class Prompt(Record, frozen=True):
    """A question for the room; `question` is the dossier's number when the dossier asks it."""

    text: Texts
    added: bool = False
    question: str = ""


class Figure(Record, frozen=True):
    """A figure with its year and source; a `caution` means: to check before the screening.

    `value` is written in French alone, in a guide's file; its translations stand in the catalogues.
    """

    id: str
    value: Texts
    what: Texts
    year: str = ""
    source: str = ""
    caution: Texts = {}


class Note(Record, frozen=True):
    """A footnote of the source: its number there ("" when it has none) and the reference it names."""

    reference: str
    number: str = ""
    caution: Texts = {}


class Quote(Record, frozen=True):
    """A few words of the film or of a text, with who says them."""

    text: Texts
    speaker: Texts
    reference: str = ""


class Variant(Record, frozen=True):
    """How to lead a step with a certain audience."""

    audience: Texts
    text: Texts


class Card(Record, frozen=True):
    """A card to cut out; `source` says where it comes from, `answer` is for the facilitator only."""

    id: str
    title: Texts
    text: Texts
    source: Texts = {}
    answer: Texts = {}


class Step(Record, frozen=True):
    """One page of the guide. `body` is the facilitator's; nothing of it ever reaches the projector."""

    id: str
    kind: StepKind
    title: Texts
    added: bool = False
    title_added: bool = False
    duration: Duration | None = None
    timecode: str = ""
    attached: tuple[str, ...] = ()
    screen: Texts = {}
    prompts: tuple[Prompt, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    quotes: tuple[Quote, ...] = ()
    group_size: Texts = {}
    material: Texts = {}
    technique: Texts = {}
    aloud: Texts = {}
    objective: Texts = {}
    instructions: tuple[Texts, ...] = ()
    variants: tuple[Variant, ...] = ()
    cards: tuple[Card, ...] = ()
    head_counts: bool = False
    reading_required: bool = False
    safety: Texts = {}
    body: str = ""
    html: str = ""

    @property
    def markup(self) -> Markup:
        """The body as HTML that was made safe when the guide was loaded."""
        return Markup(self.html)  # noqa: S704 - sanitised by markup.to_html


class Film(Record, frozen=True):
    """The film's facts; `minutes` is its length."""

    title: Texts
    year: int
    minutes: int
    makers: Texts
    synopsis: Texts
    link: str = ""
    caution: Texts = {}


class Source(Record, frozen=True):
    """What the guide is drawn from, and whose work that is."""

    title: Texts
    authors: Texts
    link: str = ""
    note: Texts = {}


class Citation(Record, frozen=True):
    """One entry of the bibliography, however often and in whatever form it is cited."""

    id: str
    text: str
    link: str = ""
    caution: Texts = {}


class RunPart(Record, frozen=True):
    """One part of an evening, in minutes; a protected one is never shortened."""

    title: Texts
    minutes: int
    steps: tuple[str, ...] = ()
    protected: bool = False


class RunSheet(Record, frozen=True):
    """A ready evening of so many minutes."""

    minutes: int
    parts: tuple[RunPart, ...]


class Head(Record, frozen=True):
    """What `guide.toml` holds; `steps` are the files, in the guide's order."""

    title: Texts
    version: str
    languages: tuple[str, ...]
    film: Film
    source: Source
    steps: tuple[str, ...]
    summary: Texts = {}
    references: tuple[Citation, ...] = ()
    questions: tuple[Question, ...] = ()
    run_sheets: tuple[RunSheet, ...] = ()
    suggested_sequences: dict[str, tuple[str, ...]] = {}


class Guide(msgspec.Struct, frozen=True, kw_only=True):
    """One film's discussion guide."""

    slug: str
    head: Head
    steps: tuple[Step, ...]
    translations: Translations = {}

    @property
    def title(self) -> Texts:
        """The guide's title."""
        return self.head.title

    @property
    def film(self) -> Film:
        """The film's facts."""
        return self.head.film

    @property
    def source(self) -> Source:
        """What the guide is drawn from."""
        return self.head.source

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question the guide offers, in the order they are asked."""
        return self.head.questions

    @property
    def suggested_sequences(self) -> dict[str, tuple[str, ...]]:
        """Sequences that go well together, by how many there are."""
        return self.head.suggested_sequences

    def step(self, step_id: str) -> Step:
        """Return a step by its id; raises KeyError."""
        return _by_id(self.steps, step_id)

    def question(self, question_id: str) -> Question:
        """Return a question by its id; raises KeyError."""
        return _by_id(self.questions, question_id)

    def reference(self, reference_id: str) -> Citation:
        """Return an entry of the bibliography by its id; raises KeyError."""
        return _by_id(self.head.references, reference_id)

    def sources_of(self, question: Question) -> list[str]:
        """Return what a question's reference range is drawn from, as texts."""
        return (
            [self.reference(name).text for name in question.reference.sources] if question.reference else []
        )

    def to_check(self) -> list[tuple[Step, Figure]]:
        """Return the figures that are dated or contradicted, in order."""
        return [(step, figure) for step in self.steps for figure in step.figures if figure.caution]

    def of_kind(self, kind: StepKind) -> tuple[Step, ...]:
        """Return the steps of one kind, in order."""
        return tuple(step for step in self.steps if step.kind == kind)


T = TypeVar("T", Step, Question, Citation)


def _by_id(records: tuple[T, ...], wanted: str) -> T:
    for record in records:
        if record.id == wanted:
            return record
    raise KeyError(wanted)
