"""What is remembered: tables, the session, and queries."""
