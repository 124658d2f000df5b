"""What can be asked of the register, one module a noun; each answer is plain data."""
