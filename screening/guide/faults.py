"""What is wrong with a guide, told so that its author can mend it."""

import re
from dataclasses import dataclass

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


@dataclass(frozen=True)
class Fault:
    """One fault: in which file, at which field or line, and what to write instead."""

    file: str
    where: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file} : {self.where}" if self.where else self.file
        return _CONTROL.sub(" ", f"{place} : {self.message}")  # one line, whatever the file holds


class GuideError(Exception):
    """A guide can't be used; `faults` are all there are."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
