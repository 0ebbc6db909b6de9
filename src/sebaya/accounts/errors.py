"""One exception per failure. `Refused` carries a sentence for the person who asked."""


class Refused(Exception):
    """An action that the programme does not allow; str() says why and what to do."""


class SlipSpent(Exception):
    """A code from paper that does not open anything, or no longer."""


class AlreadyMade(Exception):
    """The same form was sent before: what it made stands, and nothing was made again."""


class NoSecondKey(Exception):
    """There is nobody yet to whom an emergency contact could be sealed."""
