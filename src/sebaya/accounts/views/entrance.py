"""Signing in and out: for everyone."""

import base64
import binascii
from typing import Any

from django.contrib import messages
from django.contrib.auth import login as _unused  # noqa: F401
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
