"""What reading a price file of 300 MB takes, against a process that reads its bytes: `python -m tests.benchmarks.prices`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.model.prices.price_files import large

_SIZE = 300_000_000
_TIMES = 5


def main() -> int:
    """Alternate between the two, and print the quickest of each in wall and processor time, with its memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index.csv")
        with path.open("wb") as file:
            file.writelines(large(_SIZE))
        commands = {
            "read": ["-c", "import sys; open(sys.argv[1], 'rb').read()", str(path)],
            "import": ["-m", "wizard", "prices", "import", str(path)],
        }
        found = [
            {name: _run(arguments, folder) for name, arguments in commands.items()} for _ in range(_TIMES)
        ]
    best = {
        name: [min(column) for column in zip(*(each[name] for each in found), strict=True)]
        for name in commands
    }
    for name, (wall, processor, memory) in best.items():
        print(f"{name:8} {wall:6.2f} s, {processor:6.2f} s of processor, {memory:6.0f} MB at most")
    ratios = [one / other for one, other in zip(best["import"], best["read"], strict=True)]
    print(f"ratio    {ratios[0]:6.2f}    {ratios[1]:6.2f}                   {ratios[2]:6.2f}")
    return 0


def _run(arguments: list[str], home: str) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of processor, and MB at most, of one process."""
    begin = time.perf_counter()
    folders = {"XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "HOME": home}
    process = subprocess.Popen(
        [sys.executable, *arguments], env=os.environ | folders, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    if status:
        raise SystemExit(f"{arguments}: status {os.waitstatus_to_exitcode(status)}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


if __name__ == "__main__":
    sys.exit(main())
