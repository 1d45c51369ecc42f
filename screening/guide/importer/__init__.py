"""From an extracted dossier to a draft guide: read, propose, warn; a human decides.

`lines` reads the text; `raw`, `words` and `paragraphs` mend raw PDF text; `sections` and `figures` find what
the parts are and hold; `draft` writes the guide.
"""

from screening.guide.importer.draft import import_dossier
from screening.guide.importer.report import Report, Warning_

__all__ = ["Report", "Warning_", "import_dossier"]
