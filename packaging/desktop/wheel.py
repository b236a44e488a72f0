"""The wheel, from the checkout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def make(out: Path) -> None:
    """Build it with the tools that are installed, so that nothing is downloaded."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
    )


if __name__ == "__main__":
    make(Path(sys.argv[1]))
