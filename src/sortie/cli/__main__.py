"""``python -m sortie.cli``."""

import sys

from sortie.cli import main

sys.exit(main())
