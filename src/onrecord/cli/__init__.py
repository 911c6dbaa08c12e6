"""The command line: ``onrecord read``, ``onrecord demo``, ``onrecord schema``."""
