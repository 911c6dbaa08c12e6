"""The paths that a user names, made into files to read: folders, globs and standard input, in a stable order.

What is taken from a folder (and all folders in it, by name):

- hidden files and folders (``.git``, ``.DS_Store``) are passed over;
- stories by their ending (``.txt .html .jsonl ...``) and whatever has an ending that is not known, or
none, which
  is then judged by its content;
- documents and archives in which a story may be hidden (``.pdf .docx .zip ...``) are refused one by one,
since
  nothing should be lost without a word;
- pictures, styles, programs, tables, databases and devices are passed over: no one expects a story there;
- each real folder is read once, so a link that leads back to its own folder does no harm.

A file that is named outright, or by a glob, is always tried.
"""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.stories.refusal import Refusal
from onrecord.stories.sources import STDIN, os_problem
from onrecord.stories.words import word_set

_DOCUMENTS = word_set(
    """
    .pdf .doc .docx .odt .rtf .pages .epub .mobi .ppt .pptx .xls .xlsx .msg .zip .tar .tgz .7z .rar .bz2
    .xz .zst .warc .mht .mhtml .webarchive
    """
)
_NEVER_STORIES = word_set(
    """
    .png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .heic .avif .psd .mp3 .m4a .wav .ogg .flac .mp4
    .m4v .mov .avi .mkv .webm .woff .woff2 .ttf .otf .eot .css .scss .js .mjs .map .ts .tsx .py .pyc
    .ipynb .c .h .cpp .rs .go .java .rb .php .sh .bat .exe .dll .so .o .a .bin .dat .db .sqlite .sqlite3
    .parquet .arrow .feather .npy .npz .pkl .onnx .safetensors .csv .tsv .yml .yaml .toml .ini .cfg
    .conf .lock .log .tmp .bak .swp
    """
)

MAX_ENDINGS_NAMED = 5
"""Kinds of passed-over files that a refusal names; more would not help."""


def files_in(paths: Sequence[str | Path]) -> Iterator[str | Refusal]:
    """The files that ``paths`` name, in the order given; a Refusal for each that leads to none.

    Lazy: a folder is listed when its turn comes. A path is yielded as the user wrote it, with what was
    found below it appended; ``-`` stands for standard input.
    """
    for given in paths:
        path = os.fspath(given)
        if path == STDIN:
            yield STDIN
        elif not os.path.lexists(path) and glob.has_magic(path):
            yield from _globbed(path)
        elif os.path.isdir(path):
            yield from _folder(path)
        else:
            yield path


def _globbed(pattern: str) -> Iterator[str | Refusal]:
    try:
        found = sorted(glob.glob(pattern, recursive=True))
    except (ValueError, RecursionError):
        found = []
    if not found:
        problem = "no file matches this pattern"
        yield Refusal(path=shown(pattern), problem=problem, remedy="check the pattern and the folder you are in")
    for path in found:
        if os.path.isdir(path):
            # "stories/**" names each folder besides its files; "stor*" names the folder and means what is
            # in it.
            if "**" not in pattern:
                yield from _folder(path)
        else:
            yield path


def _folder(top: str) -> Iterator[str | Refusal]:
    seen: set[tuple[int, int]] = set()
    passed_over: Counter[str] = Counter()
    found = False
    for item in _walk(top, seen, passed_over):
        found = True
        yield item
    if not found:
        kinds = ", ".join(f"{kind} ({n})" for kind, n in passed_over.most_common(MAX_ENDINGS_NAMED))
        problem = "no stories in this folder" + (f", only {kinds}" if kinds else ", it is empty")
        yield Refusal(path=shown(top), problem=problem, remedy="give a folder with text, HTML or JSONL files")


def _walk(top: str, seen: set[tuple[int, int]], passed_over: Counter[str]) -> Iterator[str | Refusal]:
    """Depth first with a stack of our own: folders nest deeper than Python recurses."""
    stack = [top]
    while stack:
        path = stack.pop()
        try:
            status = os.stat(path)
        except OSError as error:
            problem, remedy = os_problem(error)
            if isinstance(error, FileNotFoundError) and os.path.islink(path):
                problem, remedy = "a link to a file that is not there", "restore the file or remove the link"
            yield Refusal(path=shown(path), problem=problem, remedy=remedy)
            continue
        if stat.S_ISDIR(status.st_mode):
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            try:
                names = sorted(os.listdir(path), reverse=True)
            except OSError as error:
                problem, remedy = os_problem(error)
                yield Refusal(path=shown(path), problem=problem, remedy=remedy)
                continue
            stack.extend(os.path.join(path, name) for name in names if not name.startswith("."))
        elif not stat.S_ISREG(status.st_mode):
            passed_over["devices and pipes"] += 1
        else:
            ending = os.path.splitext(path.lower().removesuffix(".gz"))[1]
            if ending in _DOCUMENTS:
                problem = f"a {ending} file is not read"
                yield Refusal(path=shown(path), problem=problem, remedy="save its text as plain text, HTML or JSONL")
            elif ending in _NEVER_STORIES:
                passed_over[ending] += 1
            else:
                yield path


def shown(path: str) -> str:
    """``path`` as valid Unicode: a name that is not UTF-8 on disk comes with escapes in Python."""
    return os.fsencode(path).decode("utf-8", "replace")
