"""The safety of children: recall, false alarms and alarms per 1,000, as tests/detection/evaluate.py measures them."""

from tests.bench.figures import say


def main() -> None:
    from tests.detection import evaluate

    say(**{name: (value, "tests/detection/evaluate.py") for name, value in evaluate.figures().items()})


if __name__ == "__main__":
    main()
