"""The file in which a sealed screening travels: a zip with a manifest, checked before anything is read.

    manifest.json    what the file is, and what stands in it:
                       format    2; grows whenever a reader of today would misread what is written
                       product   "screening"
                       version   of the program that made the file
                       digest    of the questions, answers and counts: they never change after sealing, and
                                 a screening that is already somewhere is recognised by them
                       files     {"screening.json": "sha256 of its bytes", …}, every file but the manifest
                       versions  {"debrief.json": 3, "coding.json": 5}, the parts that people go on changing
    screening.json   id, plan, ended, questions (each with its definition and answers), counts, heads, hands
    debrief.json     version, day, texts by prompt, shared; only where one was written
    coding.json      version, day, merges of words, themes with their texts, quotes approved; texts are named
                     by question, pair and moment; only where something was decided
    groups.json      a facilitator's own estimates of the room, apart from all answers; only where given
    README.txt       what this file is, for whoever finds it

A file of format 1 has its debrief in screening.json and no coding; it is still read. On import, answers that
are here already are compared by digest and never overwritten; of debrief and coding, a later version is
offered, an older one stays away. Checksums find damage and slips; they are no signature. Nothing is unpacked
to the disk, and names other than these are refused, so nothing leads out.
"""

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

FORMAT = 2
PRODUCT = "screening"
LARGEST_FILE = 1_000_000
LARGEST_CONTENT = 20_000_000
_MANIFEST, _CONTENT, _README = "manifest.json", "screening.json", "README.txt"
_ALWAYS = {_MANIFEST: 10_000, _CONTENT: LARGEST_CONTENT, _README: 10_000}
_SOMETIMES = {"debrief.json": 1_000_000, "coding.json": LARGEST_CONTENT, "groups.json": 10_000}
_LARGEST = {**_ALWAYS, **_SOMETIMES}
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
manifest.json : versions et sommes de contrôle. screening.json : la séance, ses questions, les réponses
(mélangées, sans nom ; « pair » relie avant et après, à l’intérieur d’une seule question) et les nombres ;
cela ne change plus. debrief.json : le débriefing. coding.json : les mots réunis, les thèmes, les citations
approuvées. groups.json : des totaux estimés de la salle. Gardez ce fichier comme vous gardez les réponses.

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


def pack(parts: Mapping[str, bytes], digest: str, version: str, versions: Mapping[str, int]) -> bytes:
    """Return the file that carries a screening's parts, by name; the same content gives the same bytes."""
    files = {**parts, _README: _ABOUT.encode()}
    manifest = {
        "format": FORMAT,
        "product": PRODUCT,
        "version": version,
        "digest": digest,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        "versions": dict(versions),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        written = json.dumps(manifest, indent=2, ensure_ascii=False).encode()
        for name, data in ((_MANIFEST, written), *files.items()):
            # A fixed date: the hour of an export tells nothing about the evening.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpack(data: bytes) -> tuple[dict[str, bytes], str]:
    """Return a screening's parts by name, and its digest; raises a BundleError: Foreign, Newer or Broken."""
    if len(data) > LARGEST_FILE:
        raise Foreign("il est trop grand")
    if not data.startswith(b"PK\x03\x04"):
        raise Foreign("ce n’est pas un fichier zip")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # First what a newer version would say of itself: it may well bring files unknown here.
            manifest = _manifest(_read(archive, _MANIFEST))
            _check_names(archive)
            parts = {name: _read(archive, name) for name in archive.namelist() if name != _MANIFEST}
    except _UNREADABLE as error:
        raise Broken(type(error).__name__) from error
    if manifest["files"].keys() != parts.keys():
        raise Broken("il y manque une partie, ou il y en a une de trop")
    for name, found in parts.items():
        if manifest["files"][name] != hashlib.sha256(found).hexdigest():
            raise Broken(f"{name} : la somme de contrôle ne va pas")
    parts.pop(_README)
    return parts, str(manifest["digest"])


def _check_names(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(set(names)) != len(names) or not _ALWAYS.keys() <= set(names) <= _LARGEST.keys():
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
