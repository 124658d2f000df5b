"""The server that serves in earnest, forked from a process that has imported the product."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess

from gunicorn.app.wsgiapp import run

import minutes.app  # noqa: F401  # what is imported here is imported once, and not for each server

TEMPLATES = "TEMPLATES_OF_THE_RUN"
CLOCK = "CLOCK_OF_THE_SITE"
"""Names a file: the moment in it is now, where there is one."""
_STOP = ("--graceful-timeout", "2")
"""Seconds: a browser that is still there keeps its line open, and is not waited for longer."""
_WORDS = ["gunicorn", "--no-control-socket", "--threads", "4", *_STOP]
_SITE = "tests.browser.site:application"
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload([__name__])


def served(listening: socket.socket, environment: Mapping[str, str]) -> ForkServerProcess:
    """A process that serves at the socket, with the environment of this one and more."""
    given = {**os.environ, **environment}
    process = _FORKS.Process(target=_serve, args=(listening, given))
    process.start()
    return process


def _serve(listening: socket.socket, environment: Mapping[str, str]) -> None:
    os.environ.update(environment)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stderr.fileno())
    sys.argv = [*_WORDS, "--bind", f"fd://{listening.fileno()}", _SITE]
    run()
