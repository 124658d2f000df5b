"""What is wrong with a file that was handed in, in sentences for the one who handed it in."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(Exception):
    """The file cannot be read as a protocol at all; the sentence says why and what to do."""

    @property
    def sentence(self) -> str:
        """What is wrong and how to mend it."""
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a protocol that was otherwise read; `line` counts from 1, None is the whole.

    `is_cut` where a part of the file seems to be gone, which the one who has it may know better,
    `is_settled_by_day` where it is enough that they name the day of the meeting.
    """

    sentence: str
    line: int | None = None
    is_cut: bool = False
    is_settled_by_day: bool = False

    def __str__(self) -> str:
        where = f"Rad {self.line}: " if self.line is not None else ""
        return where + self.sentence


class Faulty(Exception):
    """The file is a protocol but cannot be recorded as it is."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems
