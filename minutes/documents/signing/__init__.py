"""Signatures in PDFs (PAdES, ETSI EN 319 142-1): the only door to pyHanko."""
