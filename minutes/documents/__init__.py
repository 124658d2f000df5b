"""What leaves: the protocol as PDF, from its record."""
