"""The tool that judges counted branches: what it lets pass and what it does not."""

import pytest
from tests.tools.branches import verdict


def report(share: float, **missing: list[tuple[int, int]]) -> dict:
    files = {
        f"src/sebaya/{name.replace('__', '/')}.py": {"missing_lines": [], "missing_branches": found}
        for name, found in missing.items()
    }
    return {"totals": {"percent_covered": share}, "files": files}


def test_enough_passes():
    words, failed = verdict(report(95.0, support__views__page=[(3, 5)], support__actions__talking=[]))

    assert failed is False
    assert words.splitlines() == [
        "Lines and branches walked: 95.0 % (at least 95 %)",
        "      1 support/views/page.py 3→5",
    ]


def test_too_little_fails():
    assert verdict(report(94.9))[1] is True


@pytest.mark.parametrize(
    "name",
    [
        "vault__codes", "vault__deeper__codes", "accounts__access", "accounts__actions__own", "flags__actions",
        "training__rules", "support__rules__contacts", "accounts__roster__matching", "evaluation__figures__rank",
    ],
)  # fmt: skip
def test_one_branch_of_what_must_be_whole_fails(name):
    words, failed = verdict(report(99.9, **{name: [(3, 5)]}))

    assert failed is True
    assert words.splitlines()[1] == f"!!    1 {name.replace('__', '/')}.py 3→5"


def test_what_must_be_whole_stands_first_and_is_never_cut_off():
    many = {f"desk__views_{n}": [(1, n)] * 5 for n in range(20)}
    whole = {f"vault__part_{n}": [(1, 2)] for n in range(15)}
    lines = verdict(report(99.0, **many, **whole))[0].splitlines()

    assert [line[:2] for line in lines] == ["Li", *["!!"] * 16]
