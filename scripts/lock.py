"""锁定依赖 — writes both lock files: exact versions and hashes, no address of any registry."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
UV = Path(sys.executable).with_name("uv")


def lock(group: str, target: str, *arguments: str) -> None:
    """Compile `group` and the run-time dependencies into `target`, keeping versions already there."""
    subprocess.run(
        [
            *(UV, "pip", "compile", "--quiet", "pyproject.toml", "--group", group),
            *("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"),
            *("--no-emit-index-url", "--no-emit-find-links", "--output-file", target, *arguments),
        ],
        cwd=ROOT,
        check=True,
    )


if __name__ == "__main__":
    lock("dev", "requirements-dev.lock", *sys.argv[1:])
    # What runs and what is tested are the same versions.
    lock("build", "requirements.lock", "--constraints", "requirements-dev.lock", *sys.argv[1:])
