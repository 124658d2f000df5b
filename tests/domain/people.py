"""Invented members whom the tests of the rules call by name."""

from __future__ import annotations

from minutes.domain.persons import Person

EVA = Person("Eva Ek", "S")
BO = Person("Bo Alm", "M")
LI = Person("Li Öst", "C")
MAX = Person("Max Ruiz", "V")
GROUP = Person(None, "KD")
"""The members of a party who act as one."""
