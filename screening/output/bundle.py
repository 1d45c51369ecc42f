"""The file in which a sealed screening travels: a zip with a manifest, checked before anything is read.

    manifest.json    {"format": 1, "product": "screening", "version": "…", "digest": "…",
                      "files": {"screening.json": "sha256 of its bytes"}}
    screening.json   id, plan, ended, questions (each with its definition and answers), counts, heads, debrief
    README.txt       what this file is, for whoever finds it

`format` grows whenever a reader of today would misread what is written. `digest` stands for the questions,
answers and counts, which never change after sealing. Checksums find damage and slips; they are no signature.
Nothing is unpacked to the disk, and names other than these three are refused, so nothing leads out.
"""

import hashlib
import io
import json
import struct
import zipfile
import zlib
from typing import Any

FORMAT = 1
PRODUCT = "screening"
LARGEST_FILE = 1_000_000
LARGEST_CONTENT = 20_000_000
_MANIFEST, _CONTENT, _README = "manifest.json", "screening.json", "README.txt"
_LARGEST = {_MANIFEST: 10_000, _CONTENT: LARGEST_CONTENT, _README: 10_000}
# All that zipfile raises on bytes that are not what they claim to be.
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_ABOUT = """Une séance scellée, à importer dans une autre installation de « screening ».
manifest.json : version du format et sommes de contrôle. screening.json : la séance, ses questions, les
réponses (mélangées, sans nom ; « pair » relie avant et après, à l’intérieur d’une seule question), les
nombres, et le débriefing. Gardez ce fichier comme vous gardez les réponses.

A sealed screening, to be imported into another installation of “screening”.
"""


class BundleError(Exception):
    """A file can't be taken; the message says why, in French."""


class Newer(BundleError):
    """A later version of the product made the file."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"Ce fichier vient d’une version plus récente de screening ({version}). Installez-la d’abord."
        )


class Broken(BundleError):
    """The file was cut short, or changed since it was made."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Ce fichier est abîmé ou a été changé ({reason}). Demandez-le de nouveau.")


class Foreign(BundleError):
    """The file is no exported screening, or holds what such a file never holds."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Ce fichier n’est pas une séance exportée ({reason}).")


def pack(content: bytes, digest: str, version: str) -> bytes:
    """Return the file that carries a screening's JSON; the same content gives the same bytes."""
    files = {_CONTENT: content, _README: _ABOUT.encode()}
    manifest = {
        "format": FORMAT,
        "product": PRODUCT,
        "version": version,
        "digest": digest,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        written = json.dumps(manifest, indent=2, ensure_ascii=False).encode()
        for name, data in ((_MANIFEST, written), *files.items()):
            # A fixed date: the hour of an export tells nothing about the evening.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpack(data: bytes) -> tuple[bytes, str]:
    """Return the screening's JSON and its digest; raises Foreign, Newer or Broken, all BundleError."""
    if len(data) > LARGEST_FILE:
        raise Foreign("il est trop grand")
    if not data.startswith(b"PK\x03\x04"):
        raise Foreign("ce n’est pas un fichier zip")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_names(archive)
            manifest = _manifest(_read(archive, _MANIFEST))
            content = _read(archive, _CONTENT)
            readme = _read(archive, _README)
    except _UNREADABLE as error:
        raise Broken(type(error).__name__) from error
    for name, found in ((_CONTENT, content), (_README, readme)):
        if manifest["files"].get(name) != hashlib.sha256(found).hexdigest():
            raise Broken(f"{name} : la somme de contrôle ne va pas")
    return content, str(manifest["digest"])


def _check_names(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    if sorted(info.filename for info in infos) != sorted(_LARGEST):
        raise Foreign("il contient autre chose")
    for info in infos:
        kind = info.external_attr >> 16 & 0o170000
        if kind not in {0, 0o100000} or info.flag_bits & 1:
            raise Foreign("il contient un lien ou un fichier chiffré")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise Foreign("compression inconnue")


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    # What the head of a zip says about sizes may be a lie: no more than the cap is ever unpacked.
    with archive.open(name) as file:
        found = file.read(_LARGEST[name] + 1)
    if len(found) > _LARGEST[name]:
        raise Foreign("il est trop grand une fois ouvert")
    return found


def _manifest(data: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(data)
        if manifest["product"] != PRODUCT or not isinstance(manifest["format"], int):
            raise Foreign("il vient d’un autre programme")
        if manifest["format"] > FORMAT:
            raise Newer(str(manifest.get("version", ""))[:20])
        if not isinstance(manifest["files"], dict) or not isinstance(manifest["digest"], str):
            raise Foreign("sa liste est incomplète")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Foreign("sa liste n’est pas lisible") from error
    return dict(manifest)
