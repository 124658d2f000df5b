"""What the register costs beside its peers: see README.md in this folder."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # another's `tests` lies installed
