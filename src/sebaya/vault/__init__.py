"""All cryptography and nothing else: primitives, holders, safes, mailboxes, grants, codes (see docs)."""
