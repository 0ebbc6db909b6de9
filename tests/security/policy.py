"""Who may open which address: the one table that the matrix compares the product with.

Every address under a community stands here. `kind` names the object in its path, if it has one; `may` lists
the roles that get through (anything but 404 or the sign-in page). Whatever is not listed is refused.
"""

from dataclasses import dataclass

EVERYBODY = frozenset(
    {
        "seeker", "stranger", "supporter", "other_supporter", "counsellor", "excluded", "duty", "idle_duty", "second",
        "coordinator", "leader", "companion", "teacher",
    }
)  # fmt: skip
STAFF = EVERYBODY - {"seeker", "stranger", "supporter", "other_supporter"}
MEMBERS = EVERYBODY - STAFF
SUPPORTERS = frozenset({"supporter", "other_supporter"})
COUNSELLORS = frozenset({"counsellor", "excluded"})
LISTS = COUNSELLORS | {"coordinator"}
ANYONE = EVERYBODY | {"visitor"}


@dataclass(frozen=True, slots=True)
class Rule:
    may: frozenset[str]
    kind: str = ""


def rule(*may: str, kind: str = "") -> Rule:
    return Rule(frozenset(may), kind)


def everyone_in(roles: frozenset[str], kind: str = "") -> Rule:
    return Rule(roles, kind)


SEEKERS_TALK = rule("seeker", kind="talk")
SUPPORTERS_TALK = rule("supporter", kind="talk")
STAFFS_TALK = rule("counsellor", "duty", kind="talk")
COUNSELLORS_TALK = rule("counsellor", kind="talk")

POLICY: dict[str, Rule] = {
    "public-language": everyone_in(ANYONE),
    "public-about": everyone_in(ANYONE),
    "public-privacy": everyone_in(ANYONE),
    "public-help": everyone_in(ANYONE),
    "public-parents": everyone_in(ANYONE),
    "public-study": everyone_in(ANYONE),
    "public-data": everyone_in(ANYONE),
    "public-safeguarding": everyone_in(ANYONE),
    "accounts:sign_in": everyone_in(ANYONE),
    "accounts:sign_out": everyone_in(ANYONE),
    "accounts:leave": everyone_in(ANYONE),
    "accounts:neutral": everyone_in(ANYONE),
    "accounts:activate": everyone_in(ANYONE),
    "accounts:recover": everyone_in(ANYONE),
    "accounts:mine": everyone_in(EVERYBODY),
    "accounts:password": everyone_in(EVERYBODY),
    "accounts:phone": everyone_in(EVERYBODY),
    "accounts:end_others": everyone_in(EVERYBODY),
    "accounts:language": everyone_in(EVERYBODY),
    "accounts:recovery_key": everyone_in(STAFF),
    "accounts:contact": everyone_in(MEMBERS),
    "accounts:erase_mine": everyone_in(MEMBERS),
    "accounts:people": everyone_in(LISTS),
    "accounts:class_slips": everyone_in(LISTS),
    "accounts:add_person": rule("coordinator"),
    "accounts:groups": rule("coordinator"),
    "accounts:add_group": rule("coordinator"),
    "accounts:group": rule("coordinator", kind="group"),
    "accounts:person": everyone_in(LISTS, "person"),
    "accounts:edit_person": rule("coordinator", kind="person"),
    "accounts:lost_factor": rule("coordinator", kind="person"),
    "accounts:roles": rule("coordinator", kind="person"),
    "accounts:erase": rule("coordinator", kind="person"),
    "accounts:slip": everyone_in(LISTS, "person"),
    "accounts:status": rule("coordinator", kind="person"),
    "roster:choose": rule("coordinator"),
    "roster:write": rule("coordinator"),
    "roster:export": rule("coordinator"),
    "desk:today": everyone_in(STAFF),
    "desk:group": everyone_in(STAFF),
    "support:home": everyone_in(ANYONE),
    "support:ask": everyone_in(MEMBERS),
    "support:wishes": everyone_in(MEMBERS),
    "support:friend": everyone_in(MEMBERS),
    "support:reenter": everyone_in(EVERYBODY),
    "support:talk": SEEKERS_TALK,
    "support:sent": SEEKERS_TALK,
    "support:readers": SEEKERS_TALK,
    "support:adult": SEEKERS_TALK,
    "support:called": SEEKERS_TALK,
    "support:name": SEEKERS_TALK,
    "support:change": SEEKERS_TALK,
    "support:report": SEEKERS_TALK,
    "support:close": SEEKERS_TALK,
    "support:feedback": SEEKERS_TALK,
    "support:supporter": everyone_in(SUPPORTERS),
    "support:profile": everyone_in(SUPPORTERS),
    "support:relieved": everyone_in(SUPPORTERS),
    "support:offer": rule("supporter", kind="offer"),
    "support:decline": rule("supporter", kind="offer"),
    "support:supporting": SUPPORTERS_TALK,
    "support:hand_over": SUPPORTERS_TALK,
    "support:leave": SUPPORTERS_TALK,
    "support:supporter_close": SUPPORTERS_TALK,
    "support:supporter_feedback": SUPPORTERS_TALK,
    "support:supporter_report": SUPPORTERS_TALK,
    "support:consult": rule("supporter", "counsellor", kind="consult"),
    "support:staff_talk": STAFFS_TALK,
    "support:handle": STAFFS_TALK,
    "support:join": STAFFS_TALK,
    "support:staff_offer": COUNSELLORS_TALK,
    "support:give_back": STAFFS_TALK,
    "support:close_flag": STAFFS_TALK,
    "support:staff_close": STAFFS_TALK,
    "support:notes": COUNSELLORS_TALK,
    "support:reentry": COUNSELLORS_TALK,
    "support:decide_report": rule("counsellor", kind="report"),
    "support:talks": everyone_in(COUNSELLORS),
    "support:team": everyone_in(COUNSELLORS),
    "support:newcomers": everyone_in(COUNSELLORS),
    "support:admit": rule("counsellor", kind="newcomer"),
    "support:suspend": everyone_in(COUNSELLORS, "team"),
    "support:sheets": everyone_in(COUNSELLORS),
    "notices:channels": everyone_in(STAFF),
    "notices:channel": rule("counsellor", kind="channel"),
    "notices:test": rule("counsellor", kind="channel"),
    "notices:remove": rule("counsellor", kind="channel"),
    "programmes:duty": everyone_in(LISTS),
    "programmes:settings": rule("coordinator"),
    "programmes:move_duty": everyone_in(LISTS, "slot"),
    "programmes:remove_duty": everyone_in(LISTS, "slot"),
    "programmes:consents": everyone_in(LISTS, "candidate"),
    "programmes:withdraw": everyone_in(LISTS, "consent"),
    "programmes:hold": everyone_in(LISTS, "candidate"),
    "programmes:lift": everyone_in(LISTS, "candidate"),
    "training:candidates": everyone_in(LISTS),
    "training:candidate": everyone_in(LISTS, "candidate"),
    "training:record": everyone_in(LISTS, "candidate"),
    "training:appoint": everyone_in(LISTS, "candidate"),
    "safeguarding:list": rule("counsellor", "excluded", "duty", "idle_duty", "second"),
    "safeguarding:ask": STAFFS_TALK,
    "safeguarding:sheet": STAFFS_TALK,
    "safeguarding:new_envelope": rule("second"),
    "safeguarding:decide": rule("second", kind="reveal"),
    "safeguarding:envelope": rule(kind="reveal"),
    "safeguarding:reveal": rule("counsellor", kind="reveal"),
}
