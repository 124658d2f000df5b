"""The archive's package: a folder laid out as E-ARK's CSIP and SIP have it."""
