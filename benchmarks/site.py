"""A server as one visitor asks it, page by page."""

from __future__ import annotations

import http.client
import time


class Site:
    """A server that is asked by one visitor."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, address: str) -> float:
        """The milliseconds until the page is there. Raises ValueError where there is none."""
        begun = time.perf_counter()
        self._connection.request("GET", address)
        answer = self._connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise ValueError(f"{address}: {answer.status}")
        return 1000 * (time.perf_counter() - begun)
