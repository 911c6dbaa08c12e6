"""Weights are checked before they are used."""

import shutil

import pytest

from onrecord.reader import Reader, WeightsError, weights


@pytest.fixture
def copy(tmp_path):
    for path in (weights.SHIPPED, weights.SHIPPED.with_name(weights.SHIPPED.name + ".sha256")):
        shutil.copy(path, tmp_path / path.name)
    return tmp_path / weights.SHIPPED.name


def test_a_sound_copy_loads(copy):
    loaded = weights.load(copy)
    assert loaded.pieces[loaded.pieces.index("[CLS]")] == "[CLS]" and loaded.settings["cue_threshold"] > 0


def test_one_wrong_byte_is_noticed(copy):
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(bytes(content))
    with pytest.raises(WeightsError, match=r"onrecord-en\.zip: weights are damaged .*install onrecord again"):
        Reader.load(copy)


def test_a_cut_file_is_noticed(copy):
    copy.write_bytes(copy.read_bytes()[:1000])
    with pytest.raises(WeightsError, match="damaged"):
        Reader.load(copy)


def test_a_missing_file_or_digest_is_named(copy, tmp_path):
    with pytest.raises(WeightsError, match=r"nothing\.zip"):
        weights.load(tmp_path / "nothing.zip")
    copy.with_name(copy.name + ".sha256").unlink()
    with pytest.raises(WeightsError, match="cannot be read"):
        weights.load(copy)


def test_a_file_that_is_no_weights_file(tmp_path):
    import hashlib

    path = tmp_path / "other.zip"
    path.write_bytes(b"not a zip")
    path.with_name("other.zip.sha256").write_text(hashlib.sha256(b"not a zip").hexdigest())
    with pytest.raises(WeightsError, match="not a weights file"):
        weights.load(path)


def test_the_shipped_file_is_small_enough():
    assert weights.SHIPPED.stat().st_size < 25_000_000
