import sys

from sebaya.config.cli import main

sys.exit(main())
