"""What was done, by whom, without a word of anyone: event rows, daily digests, guards.

`audit.record(…)` is the room's door; the function hangs here once models can be imported (apps.py).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sebaya.audit.record import record as record
