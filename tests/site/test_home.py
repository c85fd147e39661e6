"""The data folder and its key."""

import stat

from yifa.site.home import home, secret_key


def test_the_folder_is_the_one_named(tmp_path, monkeypatch):
    monkeypatch.setenv("YIFA_HOME", str(tmp_path / "office"))
    assert home() == tmp_path / "office"
    assert home().is_dir()


def test_without_a_name_it_is_under_the_users_data_or_at_home(tmp_path, monkeypatch):
    monkeypatch.delenv("YIFA_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert home() == tmp_path / "share" / "yifa"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home() == tmp_path / ".yifa"


def test_the_key_is_made_once_and_readable_by_its_owner_alone(tmp_path):
    first = secret_key(tmp_path)
    assert len(first) > 50
    assert secret_key(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
