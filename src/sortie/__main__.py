"""``python -m sortie``: the command line."""

import sys

from sortie.cli import main

sys.exit(main())
