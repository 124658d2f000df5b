"""What migrations write the schema with, in the words of the database that is being migrated.

A migration that was delivered is run again wherever a register is made anew, and makes what it made
then: what stands here is added to, and what it writes is never changed.
"""
