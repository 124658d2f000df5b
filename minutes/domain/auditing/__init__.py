"""The rules that minutes are audited by (KL 5:66-69, 6:35), a noun a file."""
