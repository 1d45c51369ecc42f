import contextlib
import io
import json
import warnings
import zipfile

import pytest

from screening.output.bundle import Broken, BundleError, Foreign, Newer, pack, unpack

CONTENT = json.dumps({"id": "abc", "texts": ["é" * 500]}).encode()
PARTS = {"screening.json": CONTENT, "coding.json": b'{"version": 3}'}
MADE = pack(PARTS, "d1", "0.1.0", {"coding.json": 3})


def rebuilt(change) -> bytes:
    """The same file with its parts changed and no checksum made anew."""
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return zipped(parts.items())


def zipped(parts) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in parts:
            archive.writestr(name, data)
    return made.getvalue()


def with_manifest(**values) -> bytes:
    def change(parts):
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | values).encode()

    return rebuilt(change)


def test_what_was_packed_comes_out_and_the_same_content_is_the_same_file():
    assert unpack(MADE) == (PARTS, "d1")
    assert pack(PARTS, "d1", "0.1.0", {"coding.json": 3}) == MADE


def test_the_manifest_names_every_part_with_its_checksum_and_version():
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        others = set(archive.namelist()) - {"manifest.json"}
    assert manifest["files"].keys() == others
    assert (manifest["format"], manifest["digest"], manifest["versions"]) == (2, "d1", {"coding.json": 3})


def test_a_part_taken_out_is_told_as_changed():
    with pytest.raises(Broken, match="manque"):
        unpack(rebuilt(lambda parts: parts.pop("coding.json")))


def test_a_newer_file_that_brings_parts_unknown_here_is_told_as_newer():
    def change(parts):
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | {"format": 3}).encode()
        parts["drawings.json"] = b"{}"

    with pytest.raises(Newer):
        unpack(rebuilt(change))


def test_a_newer_file_is_told_as_newer():
    with pytest.raises(Newer, match=r"plus récente.*9\.0"):
        unpack(with_manifest(format=3, version="9.0"))


def test_a_changed_file_is_told_as_changed():
    changed = rebuilt(lambda parts: parts.update({"screening.json": CONTENT.replace(b"abc", b"abd")}))
    with pytest.raises(Broken, match=r"screening\.json"):
        unpack(changed)


@pytest.mark.parametrize("keep", [5, 100, len(MADE) // 2, len(MADE) - 1])
def test_a_truncated_file_is_refused(keep):
    with pytest.raises(BundleError):
        unpack(MADE[:keep])


def test_no_flipped_byte_gets_through_as_other_content():
    for place in range(0, len(MADE), 3):
        flipped = bytearray(MADE)
        flipped[place] ^= 0x41
        with contextlib.suppress(BundleError):
            assert unpack(bytes(flipped)) == (PARTS, "d1")


def link() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(MADE)) as old, zipfile.ZipFile(made, "w") as archive:
        for name in old.namelist():
            info = zipfile.ZipInfo(name)
            info.external_attr = (0o120777 if name == "screening.json" else 0o100644) << 16
            archive.writestr(info, b"/etc/passwd" if name == "screening.json" else old.read(name))
    return made.getvalue()


HOSTILE = {
    "not a zip": b"%PDF-1.4",
    "empty": b"",
    "path": rebuilt(lambda parts: parts.update({"../../screening.json": b"{}"})),
    "absolute": rebuilt(lambda parts: parts.update({"/etc/cron.d/x": b"{}"})),
    "one more file": rebuilt(lambda parts: parts.update({"run.exe": b"MZ"})),
    "one less file": rebuilt(lambda parts: parts.pop("README.txt")),
    "twice the same": zipped(
        [("manifest.json", b"{}"), ("screening.json", b"{}"), ("screening.json", b"{}")]
    ),
    "bomb": rebuilt(lambda parts: parts.update({"screening.json": b"0" * 25_000_000})),
    "bomb in the manifest": rebuilt(lambda parts: parts.update({"manifest.json": b"[" * 5_000_000})),
    "deep": rebuilt(lambda parts: parts.update({"manifest.json": b"[" * 9_000})),
    "link": link(),
    "too large": MADE + b"0" * 1_000_000,
    "other product": with_manifest(product="other"),
    "no files": with_manifest(files=None),
    "not json": rebuilt(lambda parts: parts.update({"manifest.json": b"\xff\x00"})),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused(name):
    with pytest.raises(Foreign):
        unpack(HOSTILE[name])
