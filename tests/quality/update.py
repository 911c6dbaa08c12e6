"""Pins the floors to today's figures.

python -m tests.quality.update                  raises floors; refuses to lower any
python -m tests.quality.update --allow-lower    also lowers; say why in the commit
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.quality import floors
from tests.quality.measure import SETS, digest_of, measure, shared


def main(arguments: list[str], path: Path = floors.PATH) -> int:
    """Measures every set whose data is here and pins it; the status is 1 where a floor would fall."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.update", description="Pin the quality floors.")
    parser.add_argument("--allow-lower", action="store_true", help="let floors fall to where the figures are")
    options = parser.parse_args(arguments)
    pinned = floors.load(path) if path.exists() else {}
    folder = shared()
    status = 0
    for name in SETS:
        figures, sha256 = measure(name, folder), digest_of(name, folder)
        if figures is None or sha256 is None:
            print(f"{name}: not measured, its data is not here")
            continue
        margin = floors.MARGIN[name]
        try:
            pinned[name] = floors.raised(
                pinned.get(name), figures, sha256, margin=margin, allow_lower=options.allow_lower
            )
            print(f"{name}: pinned")
        except floors.Lower as lower:
            print(f"{name}: kept as it was; would fall: {lower}", file=sys.stderr)
            status = 1
    floors.save(pinned, path)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
