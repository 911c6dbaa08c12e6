"""What quantisation costs: a finished run's weights in fp32, 8 and 7 bits, scored on PolNeAR dev.

python -m training.quantisation training/runs/student ../shared/corpora
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.reader.weights import load
from training import calibrate
from training.__main__ import exported
from training.export import quantised

KINDS = {
    "fp32": lambda model: model.SerializeToString(),
    "int8": lambda model: quantised(model, seven_bits=False),
    "int7": quantised,
}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training.quantisation", description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path)
    parser.add_argument("corpora", type=Path)
    options = parser.parse_args()
    settings = load(options.run / "weights.zip").settings
    chosen = {k: settings[k] for k in ("cue_threshold", "inner_threshold", "confidence")}
    for kind, as_bytes in KINDS.items():
        with TemporaryDirectory() as folder:
            out = Path(folder) / "weights.zip"
            exported(options.run, out, chosen, as_bytes=as_bytes)
            begun = time.perf_counter()
            found = calibrate.report(out, options.corpora)
            seconds = time.perf_counter() - begun
            print(f"{kind}  {out.stat().st_size / 1e6:5.1f} MB  {seconds:5.1f} s  {found}", flush=True)


if __name__ == "__main__":
    main()
