"""Settings for tests: a throw-away data folder, the smallest Argon2, everything else as it is served."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "SEBAYA_DATA" not in os.environ:
    _folder = tempfile.mkdtemp(prefix="sebaya-test-")
    os.environ["SEBAYA_DATA"] = _folder
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
(Path(os.environ["SEBAYA_DATA"]) / "keys").mkdir(parents=True, exist_ok=True)
for _name in ("server.key", "pepper.key"):
    _file = Path(os.environ["SEBAYA_DATA"]) / "keys" / _name
    if not _file.exists():
        _file.write_bytes(os.urandom(32))

from sebaya.config.settings import *  # noqa: E402, F403

SEBAYA_ARGON2 = {"memory": 8 * 1024, "passes": 1}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  WhiteNoise warns about a missing folder

from sebaya.ui.undefined import Undefined  # noqa: E402

TEMPLATES[0]["OPTIONS"] |= {"string_if_invalid": Undefined()}  # type: ignore[operator]  # noqa: F405  an unknown variable is an error
