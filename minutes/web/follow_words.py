"""The words of the screen for how often a follower is told."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from minutes.domain.follows import Rhythm
from minutes.web.languages import marked

LABELS: Mapping[type[Enum], Mapping[Any, str]] = {
    Rhythm: {
        Rhythm.EACH: marked("Varje nytt protokoll"),
        Rhythm.DAILY: marked("En gång om dagen"),
        Rhythm.WEEKLY: marked("En gång i veckan"),
        Rhythm.NEVER: marked("Bara här"),
    }
}
