"""A sealed screening's report, from the library: for the page, the PDF file and the command line alike."""

from collections.abc import Mapping, Sequence

from screening.guide.model import Guide
from screening.i18n import translator
from screening.output.charts import PAGE, Layout
from screening.output.charts.shapes import Table
from screening.output.people import Say
from screening.output.report import Asked, Evening, Report, build, debrief_titles, hand_count, head_counts
from screening.room.questions import Question, digest, say
from screening.store.debriefs import current, read_debriefs
from screening.store.gathered import Theme, shared_themes
from screening.store.hands import read_hands
from screening.store.heads import read_heads
from screening.store.library import Library, Screening, SealedQuestion
from screening.store.merges import merges_of
from screening.store.themes import quotes
from screening.summary.answers import Answer
from screening.summary.findings import find
from screening.summary.gates import OPEN
from screening.summary.lexicon import spelled


def report_of(
    library: Library,
    guides: Mapping[str, Guide],
    screening: Screening,
    language: str = "fr",
    layout: Layout = PAGE,
    minimum: int = OPEN,
) -> Report:
    """Return the report of a sealed screening in French, Dutch or English."""
    _ = translator(language)
    guide = guides.get(screening.plan.guide)
    plan = screening.plan
    event = Evening(
        title=plan.title,
        day=plan.date,
        place=plan.place,
        audience=plan.audience,
        after_at=plan.after_at,
        counts=library.sealed_counts(screening.id),
        tables=_tables(library, guide, screening, language, _),
        debrief=_debrief(library, screening, _),
    )
    put = library.sealed_questions(screening.id)
    themes = shared_themes(library.path, {digest(s.question): {screening.id: s.question.id} for s in put})
    asked = [_asked(library, guide, screening, sealed, minimum, themes) for sealed in put]
    return build(event, asked, language, layout, _)


def answers_of(library: Library, screening: Screening, sealed: SealedQuestion) -> list[Answer]:
    """Return the answers to one sealed question, each word in the spelling that people decided on."""
    answers = [Answer(a.pair, a.moment, a.value, a.language) for a in sealed.answers]
    if sealed.question.kind != "words":
        return answers
    return spelled(answers, merges_of(library.path, screening.id, sealed.question.id))


def _asked(
    library: Library,
    guide: Guide | None,
    screening: Screening,
    sealed: SealedQuestion,
    minimum: int,
    themes: Mapping[str, Sequence[Theme]],
) -> Asked:
    question = sealed.question
    return Asked(
        question,
        find(question, answers_of(library, screening, sealed), minimum=minimum),
        themes=tuple((theme.name, theme.people) for theme in themes.get(digest(question), ())),
        quotes=tuple(quotes(library.path, screening.id, question.id)),
        sources=_sources(guide, question),
        repeats_snapshot=sealed.repeats_snapshot,
        joined=sealed.repeats_snapshot and bool(merges_of(library.path, screening.id, question.id)),
    )


def _debrief(library: Library, screening: Screening, _: Say) -> tuple[tuple[str, str], ...]:
    """Return the parts of the debrief that were written."""
    present = current(read_debriefs(library.path, screening.id))
    texts = present.texts if present else {}
    return tuple((title, texts[name]) for name, title in debrief_titles(_).items() if texts.get(name))


def _sources(guide: Guide | None, question: Question) -> tuple[str, ...]:
    """Return what a question's reference range is drawn from, as far as the guide is still installed."""
    try:
        return tuple(guide.sources_of(question)) if guide else ()
    except KeyError:
        return ()


def _tables(
    library: Library, guide: Guide | None, screening: Screening, language: str, _: Say
) -> tuple[Table, ...]:
    """Return what was counted in the room; head counts as far as the guide still has their statements."""
    steps = {step.id: step for step in guide.steps} if guide else {}
    counted = [
        (
            say(steps[h.step].prompts[h.statement].text, language),
            (h.start_agree, h.end_agree, h.start_disagree, h.end_disagree),
        )
        for h in read_heads(library.path, screening.id)
        if h.step in steps and h.statement < len(steps[h.step].prompts)
    ]
    hands = read_hands(library.path, screening.id).values()
    raised = [hand_count(h.question, h.counted, language, _) for h in hands]
    return (*head_counts(counted, _), *raised)
