from django.db import models


class Schedule(models.Model):
    """When a sweep runs next; one row a sweep, shared by all processes."""

    name = models.CharField(max_length=40, primary_key=True)
    next_at = models.DateTimeField()
