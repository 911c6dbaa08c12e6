"""``onrecord read``: formats, exit status, refusals, and what it does when things go wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import onrecord
from onrecord.cli.main import cli
from tests.conftest import WIRE, Run

COMMAND = [sys.executable, "-m", "onrecord.cli"]


def lines_of(path: Path, count: int, body: str = WIRE) -> Path:
    """A JSONL file with so many stories, each with an id of its own."""
    lines = (json.dumps({"id": f"n{i}", "text": f"{body}\nStory {i}."}) for i in range(count))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_table_tells_who_how_what_and_where(story_file: Path) -> None:
    result = CliRunner().invoke(cli, ["read", str(story_file)])
    assert result.exit_code == 0, result.output
    assert "Minister promises bridge by spring" in result.stdout
    assert "Kask" in result.stdout and "direct" in result.stdout
    assert "bridge in April" in " ".join(result.stdout.split())
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_explain_adds_cue_heads_and_scores(story_file: Path) -> None:
    plain = CliRunner().invoke(cli, ["read", str(story_file)]).stdout
    told = CliRunner().invoke(cli, ["read", "--explain", str(story_file)]).stdout
    assert "cue “told”" in told and "confidence" in told
    assert "confidence" not in plain


def test_json_is_the_contract_and_the_text_is_kept(story_file: Path) -> None:
    result = CliRunner().invoke(cli, ["read", "--format", "json", str(story_file)])
    reading = json.loads(result.stdout)
    Draft202012Validator(onrecord.json_schema()).validate(reading)
    assert reading["story"]["text"] == WIRE
    assert reading["statements"]
    for statement in reading["statements"]:
        for start, end in statement["source"] + statement["cue"] + statement["content"]:
            assert 0 <= start < end <= len(WIRE)
    assert result.stdout.startswith("{\n"), "indented"


def test_jsonl_is_a_line_a_story_in_the_order_of_the_input(tmp_path: Path) -> None:
    path = lines_of(tmp_path / "many.jsonl", 5)
    result = CliRunner().invoke(cli, ["read", "--format", "jsonl", str(path)])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [json.loads(line)["story"]["id"] for line in lines] == [f"n{i}" for i in range(5)]


def test_any_number_of_jobs_gives_the_same_bytes(tmp_path: Path, run: Run) -> None:
    path = lines_of(tmp_path / "many.jsonl", 7)
    (tmp_path / "noise.bin").write_bytes(b"\x00\x01\x02" * 100)
    arguments = ["read", "--format", "jsonl", path, tmp_path / "noise.bin", path]
    one, three = run(*arguments, "--jobs", "1"), run(*arguments, "--jobs", "3")
    assert one.returncode == three.returncode == 1
    assert one.stdout == three.stdout and one.stderr == three.stderr
    assert len(one.stdout.splitlines()) == 14


def test_standard_input_is_read_when_asked_for(run: Run) -> None:
    done = run("read", "-", "--format", "json", stdin=WIRE)
    assert done.returncode == 0
    assert json.loads(done.stdout)["story"]["text"] == WIRE


def test_without_a_path_it_says_what_to_give(run: Run) -> None:
    done = run("read", stdin=WIRE)
    assert done.returncode == 2
    assert "standard input" in done.stderr and "PATH" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "x", "--jobs", "0"],
        ["read", "x", "--jobs", "many"],
        ["read", "x", "--format", "xml"],
        ["read", "x", "--published", "yesterday"],
        ["read", "x", "--published", "2024-02-30"],
        ["read", "x", "--published", "2024-6-1"],
        ["read", "-", "-"],
        ["read", "--nonsense", "x"],
        ["rede", "x"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str]) -> None:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert result.stderr and not result.stdout


def test_what_is_refused_is_named_on_a_line_and_the_rest_goes_on(tmp_path: Path, story_file: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    bad = ["missing.txt", "empty.txt", "picture.txt"]
    paths = [str(tmp_path / name) for name in bad]
    result = CliRunner().invoke(cli, ["read", paths[0], str(story_file), *paths[1:], "--format", "jsonl"])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    told = result.stderr.splitlines()
    assert len(told) == 3
    for name, line in zip(bad, told, strict=True):
        assert name in line and ";" in line, "the file, the problem and the remedy"


def test_published_and_outlet_reach_the_story(story_file: Path) -> None:
    arguments = [
        "read",
        str(story_file),
        "--published",
        "2024-05-06",
        "--outlet",
        "The Daily",
        "--format",
        "json",
    ]
    story = json.loads(CliRunner().invoke(cli, arguments).stdout)["story"]
    assert story["published"] == "2024-05-06" and story["outlet"] == "The Daily"


def test_the_format_of_the_input_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("<html><body><p>" + WIRE.replace("\n\n", "</p><p>") + "</p></body></html>", encoding="utf-8")
    as_text = CliRunner().invoke(cli, ["read", str(path), "--input-format", "text", "--format", "json"])
    assert json.loads(as_text.stdout)["story"]["text"].startswith("<html>")
    as_html = CliRunner().invoke(cli, ["read", str(path), "--input-format", "html", "--format", "json"])
    assert "<p>" not in json.loads(as_html.stdout)["story"]["text"]


def test_hostile_text_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b[2J.txt"
    path.write_text(
        "[bold red]Headline[/] \x1b]0;owned\x07 :smile:\n\n"
        'LONDON - "I never \x1b[31m said \u202ethat [link=file:///x]here[/link]," '
        "Minister [b]Kask[/b] said.\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(cli, ["read", str(path), str(tmp_path / "gone\x1b[2J.txt")])
    for shown in (result.stdout, result.stderr):
        assert "\x1b" not in shown and "\u202e" not in shown and "\x07" not in shown
    assert result.stdout.strip()


@pytest.mark.parametrize("env", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}, {"LANG": "C"}])
def test_output_is_utf8_in_any_locale(tmp_path: Path, run: Run, env: dict[str, str]) -> None:
    path = tmp_path / "story.txt"
    path.write_text(WIRE.replace("Minister promises", "Käskö – “中” promises"), encoding="utf-8")
    for form in ("table", "json", "jsonl"):
        done = run("read", path, "--format", form, env=env)
        assert done.returncode == 0, done.stderr
        assert "Käskö – “中” promises" in done.stdout


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    path = lines_of(tmp_path / "many.jsonl", 40, WIRE * 5)
    process = subprocess.Popen(
        [*COMMAND, "read", str(path), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_a_full_disk_is_said_so(story_file: Path, form: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, "read", str(story_file), "--format", form],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert "cannot write" in line and "No space left" in line


def test_a_closed_output_is_said_so(story_file: Path) -> None:
    command = " ".join([*COMMAND, "read", f"'{story_file}'", ">&-"])
    done = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 3
    assert "cannot write" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_it_cleanly(tmp_path: Path, jobs: str) -> None:
    path = lines_of(tmp_path / "many.jsonl", 3000, WIRE * 20)
    process = subprocess.Popen(
        [*COMMAND, "read", str(path), "--format", "jsonl", "--jobs", jobs],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    began = time.monotonic()
    _, told = process.communicate(timeout=60)
    assert time.monotonic() - began < 15
    assert process.returncode == 130
    assert told.decode().strip() == "onrecord: interrupted"


def test_damaged_weights_are_said_so(story_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object) -> None:
        raise onrecord.WeightsError("the weights are damaged; install onrecord again")

    monkeypatch.setattr("onrecord.reader.Reader.load", load)
    result = CliRunner().invoke(cli, ["read", str(story_file)])
    assert result.exit_code == 3
    assert "install onrecord again" in result.stderr


def test_help_answers_without_loading_anything_heavy(run: Run) -> None:
    code = (
        "import sys; sys.argv = ['onrecord', '--help']\n"
        "from onrecord.cli.main import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([m for m in ('numpy', 'onnxruntime', 'rich', 'trafilatura', 'msgspec') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
