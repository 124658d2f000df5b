"""The application that the browser visits, in a process of its own, on 22 November 2026."""

from datetime import UTC, datetime

from minutes.app import create_app

application = create_app(clock=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
