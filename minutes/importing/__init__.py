"""What comes in: a file becomes lines, lines a record, a record rows."""
