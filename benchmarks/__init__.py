"""What the register costs beside its peers: see README.md in this folder."""
