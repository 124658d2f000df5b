"""What can happen: one verb makes one change and leaves one entry in the history."""
