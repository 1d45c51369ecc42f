"""From an extracted dossier to a draft guide: read, propose, warn; a human decides.

`lines` reads the text and mends raw PDF text, `sections` finds what the parts are, `draft` writes the guide.
"""

from screening.guide.importer.draft import import_dossier
from screening.guide.importer.report import Report, Warning_

__all__ = ["Report", "Warning_", "import_dossier"]
