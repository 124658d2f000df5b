"""What an address asks for, as the pages may build other addresses of it."""

from __future__ import annotations

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.utils import cached_property

_KEPT = {"endpoint", "_anchor", "_method", "_scheme", "_external"}
"""The words that `url_for` keeps for itself: an address that asks for them asks for nothing."""


class Asking(Request):
    """A request whose arguments can be handed on to `url_for` as they are."""

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """The arguments of the address."""
        asked = super().args
        return ImmutableMultiDict((k, v) for k, v in asked.items(multi=True) if k not in _KEPT)
