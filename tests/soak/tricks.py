"""Ways to guess who asked, from copies of the database alone. Each gives every member a score for one request.

The copies hold all tables with the order of their rows in the file. The keys that lie beside the database are
not among them; one trick has them too.
"""

import itertools
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sebaya.vault import primitives
from sebaya.vault.errors import Tampered

Row = dict[str, Any]
Dump = Mapping[str, list[Row]]
Node = tuple[str, Any]
Scores = Mapping[str, float]

PHONE_KEPT = timedelta(days=30)  # vault.md, Keyholder
SIGNED_IN = timedelta(hours=12)  # vault.md, Flows
PERSON, REQUEST, DEVICE, SIGN_IN = "accounts_person", "support_request", "vault_devicecopy", "accounts_signin"
HUB = 60  # a row that so many others point to joins everybody with everybody
WINDOW = 8  # bytes; shorter pieces meet by chance
WORDS = 12  # letters of open text; "Kutilang Gunung" and "Gilang Gunawan" share eight by chance
COMMON = 0.02  # a piece that more than this share of the members has says nothing
MOMENTS = ("%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d")


@dataclass
class Evidence:
    """What the attacker has: the newest copy, an older one, the schema, and what lies beside the database."""

    new: Dump
    old: Dump
    keys: Mapping[str, Mapping[str, str]]
    members: list[str]
    secrets: tuple[bytes, ...] = ()  # server key and pepper, for the trick that uses them

    def key_of(self, table: str) -> str:
        return self.keys.get(table, {}).get("", "id")

    @cached_property
    def row(self) -> dict[Node, Row]:
        return {(table, row.get(self.key_of(table))): row for table, rows in self.new.items() for row in rows}

    @cached_property
    def by_key(self) -> dict[str, list[Node]]:
        """Random ids meet nowhere by chance: a value that equals one is a reference, declared or not."""
        found: dict[str, list[Node]] = defaultdict(list)
        for table, key in self.row:
            if isinstance(key, str) and len(key) >= WINDOW:
                found[key].append((table, key))
        return found

    @cached_property
    def neighbours(self) -> dict[Node, set[Node]]:
        joined: dict[Node, set[Node]] = defaultdict(set)
        for node, row in self.row.items():
            for other in self._points_to(node, row):
                joined[node].add(other)
                joined[other].add(node)
        return joined

    def _points_to(self, node: Node, row: Row) -> Iterable[Node]:
        for column, value in row.items():
            target = self.keys.get(node[0], {}).get(column) if column else None
            if target and (target, value) in self.row:
                yield target, value
            elif isinstance(value, str):
                yield from (
                    other
                    for word in value.replace('"', " ").replace(",", " ").split()
                    for other in self.by_key.get(word, ())
                    if other != node
                )

    def distances(self, start: Node, *, hubs: bool) -> dict[Node, int]:
        """Steps from one row to every other along references."""
        far, queue = {start: 0}, deque([start])
        while queue:
            node = queue.popleft()
            if node != start and not hubs and len(self.neighbours[node]) > HUB:
                continue
            for other in self.neighbours[node]:
                if other not in far:
                    far[other] = far[node] + 1
                    queue.append(other)
        return far

    @cached_property
    def belongings(self) -> dict[str, list[Node]]:
        """member → rows that lie within two steps of theirs, and within no other person's."""
        return {member: self._around((PERSON, member), 2, stop={PERSON, "accounts_group"}) for member in self.members}

    def around_request(self, request: str) -> list[Node]:
        return self._around((REQUEST, request), 3, stop={PERSON, "vault_keyholder", "communities_community"})

    def _around(self, start: Node, steps: int, stop: set[str]) -> list[Node]:
        found, edge = {start}, [start]
        for _ in range(steps):
            edge = [
                other
                for node in edge
                for other in self.neighbours[node]
                if other not in found and other[0] not in stop and len(self.neighbours[other]) <= HUB
            ]
            found.update(edge)
        return list(found)

    def value(self, request: str, column: str) -> Any:
        return self.row[(REQUEST, request)][column]

    @cached_property
    def pieces_of_members(self) -> dict[bytes, set[str]]:
        """Piece of bytes → the few members in whose rows it stands."""
        found: dict[bytes, set[str]] = defaultdict(set)
        for member, nodes in self.belongings.items():
            for piece in self.pieces(nodes):
                found[piece].add(member)
        few = max(2, int(len(self.members) * COMMON))
        return {piece: owners for piece, owners in found.items() if len(owners) <= few}

    def pieces(self, nodes: Iterable[Node]) -> set[bytes]:
        return {
            raw[at : at + window]
            for node in nodes
            for value in self.row[node].values()
            for raw, window in [(_raw(value), WORDS if isinstance(value, str) else WINDOW)]
            for at in range(len(raw) - window + 1)
        }


def _raw(value: Any) -> bytes:
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    return value.encode() if isinstance(value, str) and not _moment(value) else b""


def _moment(value: Any) -> datetime | None:
    if not isinstance(value, str) or len(value) < 10 or value[4:5] != "-":
        return None
    for shape in MOMENTS:
        try:
            return datetime.strptime(value[:26], shape)
        except ValueError:
            continue
    return None


def foreign_keys(seen: Evidence, request: str) -> Scores:
    """Whoever is the fewest steps away along references, declared or not."""
    return _nearest(seen, seen.distances((REQUEST, request), hubs=True))


def foreign_keys_without_hubs(seen: Evidence, request: str) -> Scores:
    """The same, not through rows that join everybody."""
    return _nearest(seen, seen.distances((REQUEST, request), hubs=False))


def foreign_keys_farthest(seen: Evidence, request: str) -> Scores:
    """The other way round: the house keeps a seeker away from some."""
    return {member: -score for member, score in foreign_keys_without_hubs(seen, request).items()}


def _nearest(seen: Evidence, far: dict[Node, int]) -> Scores:
    return {member: -far.get((PERSON, member), 99) for member in seen.members}


def equal_bytes(seen: Evidence, request: str) -> Scores:
    """Whose rows share pieces of bytes with the rows of the request."""
    shared: Counter[str] = Counter()
    for piece in seen.pieces(seen.around_request(request)):
        shared.update(seen.pieces_of_members.get(piece, ()))
    return {member: shared[member] for member in seen.members}


def row_order(table: str) -> "Trick":
    """Whose row lies at the same place in its table as the request does in its own."""

    def trick(seen: Evidence, request: str) -> Scores:
        place = _places([(row["rowid"], row["id"]) for row in seen.new[REQUEST]])[request]
        owners = _owners(seen, table)
        rows = _places(
            [
                (row["rowid"], owners[row[seen.key_of(table)]])
                for row in seen.new[table]
                if row[seen.key_of(table)] in owners
            ]
        )
        return {member: -abs(rows[member] - place) if member in rows else -1.0 for member in seen.members}

    return trick


def key_order(seen: Evidence, request: str) -> Scores:
    """Whose id lies nearest to the ids of request, mailbox and safes, in their order."""
    mine = [request, *(seen.value(request, column) for column in ("mailbox_id", "talk_id", "file_id", "match_id"))]
    numbers = [_number(each) for each in mine if each]
    return {member: -min(abs(_number(member) - number) for number in numbers) for member in seen.members}


def moments(seen: Evidence, request: str) -> Scores:
    """Whose rows carry a moment near the one of asking."""
    asked = _moment(seen.value(request, "opened_at"))
    assert asked is not None
    return {member: _closeness(seen, member, asked) for member in seen.members}


def _closeness(seen: Evidence, member: str, asked: datetime) -> float:
    found = [
        moment
        for node in seen.belongings[member]
        for value in seen.row[node].values()
        if isinstance(value, str) and len(value) > 10 and (moment := _moment(value))
    ]
    return -min((abs((moment - asked).total_seconds()) for moment in found), default=1e12)


def phone_days(seen: Evidence, request: str) -> Scores:
    """Who got a PIN on the day of asking: the copy for a phone says when it ends."""
    asked = _moment(seen.value(request, "opened_at"))
    assert asked is not None
    owners = _owners(seen, DEVICE)
    made = {owners[row["id"]]: _moment(row["ends"]) for row in seen.new.get(DEVICE, []) if row["id"] in owners}
    days = {member: (ends - PHONE_KEPT).date() for member, ends in made.items() if ends}
    return {member: float(days.get(member) == asked.date()) for member in seen.members}


def opened_sign_ins(seen: Evidence, request: str) -> Scores:
    """Who signed in near the moment of asking, for whoever has the server key too: with it rows were opened once."""
    asked = _moment(seen.value(request, "opened_at"))
    assert asked is not None
    scores = dict.fromkeys(seen.members, -1e12)
    for content, ends in _sign_ins(seen):
        far = abs((ends - SIGNED_IN - asked).total_seconds())
        for member in (member for member in seen.members if member.encode() in content):
            scores[member] = max(scores[member], -far)
    return scores


def _sign_ins(seen: Evidence) -> list[tuple[bytes, datetime]]:
    """(content, end) of every row that opens."""
    if "sign_ins" not in seen.__dict__:
        opened = ((_opened(seen, row), _moment(row["ends"])) for row in seen.new.get(SIGN_IN, []))
        seen.__dict__["sign_ins"] = [(content, ends) for content, ends in opened if content and ends]
    found: list[tuple[bytes, datetime]] = seen.__dict__["sign_ins"]
    return found


def _opened(seen: Evidence, row: Row) -> bytes:
    """Tries every key that source, row and secrets give, without the cookie; nothing when none fits."""
    place = primitives.context("sign-in", row["mark"])
    for key in _keys(seen, row):
        try:
            return primitives.unseal(row["content"], key, place)
        except Tampered:
            continue
    return b""


def _keys(seen: Evidence, row: Row) -> Iterable[bytes]:
    known: list[str | bytes] = [row["mark"], bytes.fromhex(row["mark"]), ""]
    for secret in (*seen.secrets, bytes.fromhex(row["mark"])):
        yield secret
        for label, each in itertools.product(("sign-in", "sign-in content"), known):
            yield primitives.derive(secret, label, each)
            yield primitives.derive(secret, "server", label, each)


def differences(seen: Evidence, request: str) -> Scores:
    """Whose rows came, went or changed between the copies in which the request appeared."""
    return {member: len(seen_changes(seen).get(member, ())) for member in seen.members}


def seen_changes(seen: Evidence) -> dict[str, set[Node]]:
    if "changes" not in seen.__dict__:
        before = {(table, row.get(seen.key_of(table))): row for table, rows in seen.old.items() for row in rows}
        changed = {node for node in seen.row.keys() | before.keys() if seen.row.get(node) != before.get(node)}
        mine = {member: changed & set(nodes) for member, nodes in seen.belongings.items()}
        for node in changed - seen.row.keys():  # gone: whom it pointed to
            for value in before[node].values():
                if value in mine:
                    mine[value].add(node)
        seen.__dict__["changes"] = mine
    found: dict[str, set[Node]] = seen.__dict__["changes"]
    return found


def classes_left(seen: Evidence, request: str) -> Scores:
    """Nobody talks with a supporter of their own class: those of everybody who was asked are out."""
    asked = {seen.value(request, "supporter_id")} | {
        row["supporter_id"] for row in seen.new["support_offer"] if row["request_id"] == request
    }
    group_of = defaultdict(set)
    for row in seen.new["accounts_membership"]:
        group_of[row["person_id"]].add(row["group_id"])
    out = {group for person in asked if person for group in group_of[person]}
    return {member: -float(bool(group_of[member] & out)) for member in seen.members}


def _owners(seen: Evidence, table: str) -> dict[Any, str]:
    """Row → the one member to whom it belongs."""
    found: dict[Any, str] = {}
    for member, nodes in seen.belongings.items():
        for node_table, key in nodes:
            if node_table == table:
                found[key] = member
    return found


def _places(ordered: list[tuple[Any, str]]) -> dict[str, float]:
    """Each one's place in the order, from 0 to 1."""
    last = max(1, len(ordered) - 1)
    return {name: at / last for at, (_order, name) in enumerate(sorted(ordered, key=lambda pair: pair[0]))}


def _number(identifier: str) -> int:
    return int.from_bytes(identifier.encode(), "big")


Trick = Callable[[Evidence, str], Scores]
TRICKS: dict[str, Trick] = {
    "foreign keys": foreign_keys,
    "foreign keys, no hubs": foreign_keys_without_hubs,
    "foreign keys, farthest": foreign_keys_farthest,
    "equal bytes": equal_bytes,
    "row order of people": row_order(PERSON),
    "row order of key holders": row_order("vault_keyholder"),
    "row order of memberships": row_order("accounts_membership"),
    "row order of phones": row_order(DEVICE),
    "order of ids": key_order,
    "moments": moments,
    "days of phones": phone_days,
    "sign-ins opened with the server key": opened_sign_ins,
    "differences": differences,
    "classes left": classes_left,
}
BETWEEN_COPIES = {"differences"}  # for requests that appeared between the two copies


def rank(scores: Scores, member: str) -> float:
    """Where the true member stands: 0 first, 1 last, 0.5 by chance; ties share their places."""
    mine = scores[member]
    better = sum(score > mine for score in scores.values())
    equal = sum(score == mine for score in scores.values()) - 1
    return (better + equal / 2) / (len(scores) - 1)
