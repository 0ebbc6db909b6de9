"""What stands beside one conversation on the staff page: consults, notes, offers, reports, a name that was given."""

from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from sebaya.detection import explain
from sebaya.support.choices import OfferState, ReportReason, ReportState, Side, ThreadKind
from sebaya.support.models import IdentityKey, Offer, Report, Request, SealedClue, Thread
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring
from sebaya.vault.safes import OpenSafe
