"""Paragraf: minutes and decision register for Swedish regions and municipalities."""

__version__ = "0.1.0"
