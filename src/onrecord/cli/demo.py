"""``onrecord demo``: the bundled stories read, and what to try next."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import time
from importlib.resources import as_file, files
from pathlib import Path

from onrecord.cli.output import Failure, failures_told, write
from onrecord.cli.table import as_table


def show() -> None:
    """Reads every story of ``onrecord/demo`` and prints its table."""
    from onrecord import Reading, read_many

    with failures_told(), as_file(files("onrecord") / "demo") as folder:
        paths = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".html"})
        if not paths:
            raise Failure("the bundled stories are missing; install onrecord again")
        began = time.perf_counter()
        statements = words = 0
        write(f"{len(paths)} invented stories, in the form of real agency copy.\n\n")
        for path, result in zip(paths, read_many(paths), strict=True):
            if not isinstance(result, Reading):
                raise Failure(str(result))
            write(f"{_shown(path)}\n{as_table(result)}\n")
            statements += len(result.statements)
            words += len(result.story.text.split())
        seconds = time.perf_counter() - began
        write(f"{len(paths)} stories, {words:,} words, {statements} statements in {seconds:.1f} s.\n\n")
        write(_next_steps(_command(), _shown(paths[0])))


def _next_steps(command: str, example: str) -> str:
    return f"""\
Now a story of yours:

  {command} read YOUR_STORY.txt                    a text file, a saved web page, a folder
  {command} read --explain {example}
                                                   why each row was read
  {command} read YOUR_STORY.txt --format json      the same for programs
  {command} --help

From Python:

  import onrecord
  for s in onrecord.read("YOUR_STORY.txt").statements:
      print(s.source_text, s.mode, s.text)
"""


def _shown(path: Path) -> str:
    """The path as one would type it from here."""
    try:
        return shlex.quote(str(path.relative_to(Path.cwd())))
    except ValueError:
        return shlex.quote(str(path))


def _command() -> str:
    """How this very command is called from here: by its name where the shell finds it, else by its path."""
    script = Path(sys.argv[0])
    found = shutil.which(script.name)
    if script.name != "onrecord" or (found and os.path.exists(script) and os.path.samefile(found, script)):
        return "onrecord"
    return _shown(script.absolute())
