"""The domain's *no*."""

from __future__ import annotations

from collections.abc import Callable


class Phrase:
    """Swedish words with their values apart, so that the screen can say them in another language.

    A value that is itself words is one of these, several a tuple of them. A phrase without values
    stands as it is, braces and all.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values

    def told(self, say: Callable[[str], str] = str) -> str:
        """The words with their values in place; `say` gives each template in a language."""
        told = {name: _told(value, say) for name, value in self.values.items()}
        template = say(self.template)
        return template.format(**told) if told else template

    def __str__(self) -> str:
        return self.told()


def _told(value: object, say: Callable[[str], str]) -> object:
    if isinstance(value, Phrase):
        return value.told(say)
    if isinstance(value, tuple):
        return "; ".join(str(_told(one, say)) for one in value)
    return value


class RuleBroken(Exception):
    """A rule says no, in a Swedish sentence that is shown as it stands or in another language.

    Written as a `Phrase` is: `RuleBroken("Bara {present} av {seats} …", present=7, seats=15)`.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template)
        self.words = Phrase(template, **values)

    @property
    def sentence(self) -> str:
        """What is wrong and how to mend it."""
        return self.words.told()

    def __str__(self) -> str:
        return self.sentence


class Outdated(RuleBroken):
    """Somebody else changed it in the meantime: both wordings are to be shown."""
