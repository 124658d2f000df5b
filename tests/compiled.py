"""The templates that a process has compiled, which all its applications share."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class _Templates(BytecodeCache):
    """The templates that a process has compiled: its applications share them."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """The template as it was compiled for another application, if its source is the same."""
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        assert bucket.code
        self._compiled[bucket.key, bucket.checksum] = bucket.code


TEMPLATES = _Templates()
