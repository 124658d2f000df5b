"""The domain's *no*."""


class RuleBroken(Exception):
    """A rule says no. The message is a Swedish sentence that is shown as it stands."""

    @property
    def sentence(self) -> str:
        """What is wrong and how to mend it."""
        return str(self.args[0])
