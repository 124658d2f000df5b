"""Strategies for records: any § that the domain allows."""
