"""数据目录 — where an office's data lives, and the key it signs with."""

import os
import secrets
from pathlib import Path


def home() -> Path:
    """数据目录 — `YIFA_HOME`, else `yifa` under `XDG_DATA_HOME`, else `~/.yifa`; made if missing."""
    if chosen := os.environ.get("YIFA_HOME"):
        folder = Path(chosen).expanduser()
    elif shared := os.environ.get("XDG_DATA_HOME"):
        folder = Path(shared) / "yifa"
    else:
        folder = Path.home() / ".yifa"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """签名密钥 — made once per office, readable by its owner alone.

    It is written aside and linked into place, so that of two processes that start at once
    both use the key of the one that came first.
    """
    path = folder / "secret_key"
    if not path.exists():
        draft = folder / f"secret_key.{os.getpid()}.{secrets.token_hex(4)}"
        draft.touch(mode=0o600, exist_ok=False)
        draft.write_text(secrets.token_urlsafe(64))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
