"""Who of a file is who in the community. Pure: entries and people in, pairs out.

In this order: the code of our own export, NISN, the school's own number, e-mail (staff), name and birth date,
name and class. A weak sign (the last two) never joins two people whose stronger signs differ: an account must
not pass to another child.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sebaya.accounts.roster import classes
from sebaya.accounts.roster.report import Entry


@dataclass(slots=True)
class Known:
    """Somebody of the community, as far as matching needs them."""

    pk: str
    name: str
    sex: str = ""
    born: date | None = None
    nisn: str = ""
    nipd: str = ""
    email: str = ""
    classes: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()  # names of rooms, departments and clubs, in small letters
    words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = words(self.name)


Signs = Callable[[Entry], Iterable[Hashable]]


def words(name: str) -> frozenset[str]:
    """The words of a name without case and signs."""
    plain = "".join(sign if sign.isalnum() else " " for sign in name.casefold().replace("'", ""))
    return frozenset(plain.split())


def folded(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def match(entries: Sequence[Entry], people: Iterable[Known]) -> dict[int, Known]:
    """Row number → whom it is about. Everybody is matched at most once; rows left out are new people."""
    pool = sorted(people, key=lambda known: known.pk)
    shared = {nipd for nipd, count in Counter(entry.nipd for entry in entries).items() if count > 1}
    found: dict[int, Known] = {}
    used: set[str] = set()
    for of_entry, of_known, fits in _passes(shared):
        index: defaultdict[Hashable, list[Known]] = defaultdict(list)
        for known in pool:
            for sign in of_known(known):
                index[sign].append(known)
        for entry in entries:
            sign = of_entry(entry)
            if entry.row in found or sign is None:
                continue
            candidates = [known for known in index.get(sign, ()) if known.pk not in used and fits(entry, known)]
            if candidates:
                found[entry.row] = _closest(entry, candidates)
                used.add(found[entry.row].pk)
    return found


def _closest(entry: Entry, candidates: list[Known]) -> Known:
    """Of two namesakes the one most like the row, so that the same file finds the same people again."""
    if len(candidates) == 1:
        return candidates[0]
    groups = {name.casefold() for name in (*entry.rooms, *entry.departments, *entry.clubs)}
    return max(candidates, key=lambda known: (_same_cells(entry, known), -len(groups ^ known.groups)))


def _same_cells(entry: Entry, known: Known) -> int:
    pairs = [(getattr(entry, name), getattr(known, name)) for name in ("name", "sex", "born", "nisn", "nipd", "email")]
    same_class = (classes.key(entry.group) if entry.group else ()) in _class_keys(known)
    return sum(one == other for one, other in pairs) + same_class


Pass = tuple[
    Callable[[Entry], Hashable | None],
    Callable[[Known], list[Hashable]],
    Callable[[Entry, Known], bool],
]


def _passes(shared: set[str]) -> list[Pass]:
    return [
        (lambda e: e.code or None, lambda k: [k.pk], _always),
        (lambda e: e.nisn or None, lambda k: [k.nisn] if k.nisn else [], _always),
        (
            lambda e: e.nipd if e.nipd and e.nipd not in shared else None,
            lambda k: [k.nipd] if k.nipd else [],
            _same_pupil,
        ),
        (lambda e: e.email.casefold() or None, lambda k: [k.email.casefold()] if k.email else [], _always),
        (
            lambda e: (folded(e.name), e.born) if e.name and e.born else None,
            lambda k: [(folded(k.name), k.born)] if k.born else [],
            _no_clash,
        ),
        (
            lambda e: (folded(e.name), classes.key(e.group) if e.group else ()) if e.name else None,
            lambda k: [(folded(k.name), key) for key in _class_keys(k)],
            _no_clash,
        ),
    ]


def _class_keys(known: Known) -> list[classes.Key]:
    return [classes.key(name) for name in known.classes] or [()]


def _always(entry: Entry, known: Known) -> bool:
    return True


def _same_pupil(entry: Entry, known: Known) -> bool:
    """The school's own number holds, unless both have an NISN and these differ under another name."""
    return not _differ(entry.nisn, known.nisn) or folded(entry.name) == folded(known.name)


def _no_clash(entry: Entry, known: Known) -> bool:
    return not (
        _differ(entry.nisn, known.nisn)
        or _differ(entry.nipd, known.nipd)
        or _differ(entry.email, known.email)
        or _differ(entry.born, known.born)
    )


def _differ(one: object, other: object) -> bool:
    return bool(one and other and one != other)


def is_stranger(entry: Entry, known: Known) -> bool:
    """The same number but nothing else in common: a mistyped number would hand an account to someone else."""
    return not (words(entry.name) & known.words) and (entry.born is None or entry.born != known.born)
