"""Findings as JSON, in the form that schema.json describes."""

from typing import Any

from screening.summary.records import Finding, Paired, Side

Json = dict[str, Any]


def _side(side: Side) -> Json:
    """Return one moment: `counts` is a list of value and people, in the order shown."""
    position = side.position and dict(zip(("below", "within", "above"), side.position, strict=True))
    return {
        "n": side.n,
        "counts": [{"value": value, "people": people} for value, people in side.counts],
        "others": side.others,
        "dont_know": side.dont_know,
        "paired_only": side.paired_only,
        "position": position,
    }


def _paired(paired: Paired) -> Json:
    """Return what the paired people did; null is not shown, "masked" is one or two people."""
    return {
        "up": paired.up,
        "same": paired.same,
        "down": paired.down,
        "net": paired.net,
        "rest": paired.rest,
        "table": paired.table and [list(row) for row in paired.table],
        "words": [
            {"word": move.word, "kept": move.kept, "left": move.left, "came": move.came, "flag": move.flag}
            for move in paired.words
        ],
        "words_kept": paired.words_kept,
        "words_given": paired.words_given,
        "words_compared": paired.words_compared,
    }


def to_json(finding: Finding, verdict_sentence: str | None = None) -> Json:
    """Return a finding for `json.dumps`; its verdict is the French sentence, null when there is none."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "n_before": finding.n_before,
        "n_after": finding.n_after,
        "n_paired": finding.n_paired,
        "gate": finding.gate,
        "before": finding.before and _side(finding.before),
        "after": finding.after and _side(finding.after),
        "paired": finding.paired and _paired(finding.paired),
        "withheld": finding.withheld,
        "verdict": verdict_sentence or None,
    }
