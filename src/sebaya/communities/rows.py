"""Small help for questions that many requests ask."""

from typing import TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def only(rows: "QuerySet[M]") -> M | None:
    """The one row of a look-up by something unique, or None. Unlike `first` it does not sort what is one row."""
    return next(iter(rows), None)
