"""Writes invented rosters to look at: python tests/roster/make_dapodik.py FOLDER [COUNT]."""

import sys
from pathlib import Path

from sebaya.demo import roster


def main(folder: str, count: str = "1000") -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / "daftar_pd.xlsx").write_bytes(roster.dapodik(int(count)))
    (Path(folder) / "staf.csv").write_bytes(roster.staff_csv())


if __name__ == "__main__":
    main(*sys.argv[1:])
