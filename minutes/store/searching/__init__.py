"""The index of what is searched: kept beside the record, made of it, and thrown away at will.

No table of it belongs to the record: it is not frozen, not archived, and not restored.
"""
