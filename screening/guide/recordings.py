"""Recordings that a guide brings: its questions read aloud, in the folder `recordings` beside its texts."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from screening.room.questions import Question

FOLDER = "recordings"
LARGEST = 500_000
"""In bytes: a question of fifteen seconds, at a quality that speech needs."""
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}\.(mp3|m4a|ogg|opus)")


def folder_of(guides: Sequence[Path], slug: str) -> Path | None:
    """Return the folder with a guide's recordings, None when it has none."""
    places = ((folder / slug / FOLDER).resolve() for folder in guides)
    return next((place for place in places if place.is_dir()), None)


def recording_faults(folder: Path, question: Question) -> Iterator[str]:
    """Yield what is wrong with a question's recordings, one message each."""
    for recording in question.recordings:
        path = folder / FOLDER / recording.file
        if not _NAME.fullmatch(recording.file):
            yield f"« {recording.file[:80]} » : un nom simple en .mp3, .m4a, .ogg ou .opus, sans dossier"
        elif not path.is_file():
            yield f"le fichier {FOLDER}/{recording.file} manque ; ajoutez-le"
        elif path.stat().st_size > LARGEST:
            yield f"{FOLDER}/{recording.file} est trop lourd ; gardez-le sous {LARGEST // 1000} ko"
