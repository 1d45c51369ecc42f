"""Where a folder really lies: in one that a program copies elsewhere, or on another machine."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

_SYNCHRONISED = {
    "OneDrive": r"onedrive",
    "Dropbox": r"dropbox",
    "iCloud": r"mobile documents|icloud ?drive|com~apple~clouddocs",
    "Google Drive": r"google ?drive|my drive|mon drive|drivefs",
    "Nextcloud": r"nextcloud|owncloud",
    "kDrive": r"kdrive",
    "pCloud": r"pcloud ?drive",
    "MEGA": r"mega(sync)?",
    "Syncthing": r"syncthing",
    "cloud": r"cloudstorage",
}
_MARKS = {".dropbox": "Dropbox", ".stfolder": "Syncthing", ".owncloudsync.log": "Nextcloud"}
_NETWORK_TYPES = re.compile(r"nfs\d?|cifs|smb\w*|afpfs|webdav|davfs|ncpfs|afs|9p|fuse\.(sshfs|davfs2|rclone)")
_REMOTE_DRIVE = 4


def synchronised(folder: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Return the name of the service that copies a folder elsewhere; "" when none is known to."""
    folder = folder.absolute()
    for name, value in environ.items():
        if name.lower().startswith("onedrive") and value and folder.is_relative_to(value):
            return "OneDrive"
    # Google Drive, iCloud and OneDrive put the account after their name: « OneDrive - Commune ».
    for part in folder.parts:
        for name, pattern in _SYNCHRONISED.items():
            if re.match(rf"({pattern})(\W.*)?$", part, re.IGNORECASE):
                return name
    marks = ((parent / mark, name) for parent in (folder, *folder.parents) for mark, name in _MARKS.items())
    return next((name for mark, name in marks if mark.exists()), "")


def on_network(folder: Path) -> bool:
    """Tell whether a folder lies on another machine: SQLite's locks can't be trusted there."""
    folder = folder.absolute()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there is no windll elsewhere

        drive = folder.drive
        remote = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
        return drive.startswith("\\\\") or remote
    mounts = Path("/proc/mounts")
    return mounts.exists() and mounted_over_network(folder.resolve(), mounts.read_text("utf-8", "replace"))


def mounted_over_network(folder: PurePath, mounts: str) -> bool:
    """Tell by a table in the form of /proc/mounts whether the place nearest to a folder is a network's."""
    nearest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        place = PurePath(fields[1].replace("\\040", " "))
        if folder.is_relative_to(place) and len(place.parts) >= nearest:
            nearest, kind = len(place.parts), fields[2]
    return bool(_NETWORK_TYPES.fullmatch(kind))
