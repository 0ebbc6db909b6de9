"""One exception per failure."""


class VaultError(Exception):
    """Something about keys or sealed content went wrong."""


class Tampered(VaultError):
    """Sealed content does not fit its key or its place: changed, swapped, truncated or old."""


class NoKey(VaultError):
    """This holder has no key to this safe, or no longer, or not yet."""


class WrongSecret(VaultError):
    """A password, code or PIN that does not open what it was tried on."""


class SecretFileDamaged(VaultError):
    """The pepper or the server key is not 32 bytes: nothing may be sealed under less."""


class NoMailboxLeft(VaultError):
    """All 32 mailboxes of a member are in use."""
