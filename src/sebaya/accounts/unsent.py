"""What somebody posted whose sign-in had ended meanwhile: shown again, and carried sealed through the sign-in.

It travels in a hidden field, under the server key and for that person alone; nothing of it is kept here.
"""

import json
import time
from typing import Any, NamedTuple

from sebaya.accounts.entrance import SIGNIN_PATHS
from sebaya.accounts.models import Person
from sebaya.vault import files
from sebaya.vault.errors import Tampered

BOXES = ("text", "words")  # how rooms name the one box of a form that somebody writes in
NOT_OURS = ("csrfmiddlewaretoken",)
LASTS = 30 * 60  # seconds; as long as a draft in the browser
MOST = 40_000  # signs; a longest text with its wishes, twice over
_PLACE = "unsent"


class Unsent(NamedTuple):
    path: str
    fields: list[tuple[str, str]]

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What a person wrote, by the name of its box."""
        return [(name, value) for name, value in self.fields if name in BOXES and value.strip()]

    @property
    def rest(self) -> list[tuple[str, str]]:
        """What else the form held: choices, steps that are sealed already, the key that lets it count once."""
        return [field for field in self.fields if field not in self.texts]


def posted(request: Any) -> Unsent | None:
    """The words of a form that came too late; None where nobody wrote, and for forms with passwords."""
    if request.method != "POST" or SIGNIN_PATHS.match(request.path_info):
        return None
    fields = [(name, value) for name, values in request.POST.lists() if name not in NOT_OURS for value in values]
    found = Unsent(request.get_full_path(), fields)
    return found if found.texts else None


def pack(unsent: Unsent, person_id: str) -> str:
    """Hex of the sealed form; empty when it is too long to travel."""
    plain = json.dumps([int(time.time()), *unsent])
    return files.server_seal(plain.encode(), _PLACE, person_id).hex() if len(plain) <= MOST else ""


def unpack(text: str, person: Person) -> Unsent | None:
    """None for what is another's, changed, too old or absent."""
    try:
        at, path, fields = json.loads(files.server_unseal(bytes.fromhex(text), _PLACE, person.pk))
    except (Tampered, ValueError):
        return None
    return Unsent(path, [(name, value) for name, value in fields]) if time.time() - at < LASTS else None
