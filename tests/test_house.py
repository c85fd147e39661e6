"""The house itself: what the law core imports, what the locks say, what each dependency is for."""

import ast
import importlib
import re
import sys
import tomllib
from pathlib import Path

import pytest

import yifa.law

ROOT = Path(__file__).parent.parent
LAW = sorted(Path(yifa.law.__file__).parent.rglob("*.py"))
LOCKS = ("requirements.lock", "requirements-dev.lock")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("yifa.law" if node.level else node.module)
    return found


@pytest.mark.parametrize("path", LAW, ids=lambda path: path.stem)
def test_the_law_core_imports_only_itself_and_the_standard_library(path):
    foreign = {
        name
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names and name != "yifa.law" and not name.startswith("yifa.law.")
    }
    assert not foreign


@pytest.mark.parametrize("path", LAW, ids=lambda path: path.stem)
def test_the_law_core_reads_no_clock(path):
    assert not re.search(r"\b(today|now|utcnow|localdate|time)\(\)", path.read_text())


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_versions_and_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert not re.search(r"^-|/(root|home|tmp|work)\b", text, re.MULTILINE)
    assert re.findall(r"^[a-z][^ ]*==\S+", text, re.MULTILINE)
    assert text.count("--hash=sha256:") > text.count("==")


def test_both_locks_agree():
    run, dev = (set(re.findall(r"^([a-z0-9-]+==[^ ;]+)", (ROOT / lock).read_text(), re.MULTILINE)) for lock in LOCKS)
    assert run < dev


def test_every_dependency_has_a_line_saying_why_and_is_locked():
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)
    named = [
        *project["project"]["dependencies"],
        *(entry for entry in project["dependency-groups"]["dev"] if isinstance(entry, str)),
    ]
    locked = (ROOT / "requirements-dev.lock").read_text()
    for entry in named:
        assert re.search(rf'^    "{re.escape(entry)}",\s+# \S', text, re.MULTILINE), entry
        name = re.split(r"[\[=<>]", entry)[0]
        assert re.search(rf"^{name}(\[|==)", locked, re.MULTILINE), entry


@pytest.mark.parametrize("path", LAW, ids=lambda path: path.stem)
def test_what_a_module_of_the_law_offers_is_there(path):
    dotted = path.relative_to(ROOT / "src").with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    module = importlib.import_module(dotted)
    assert all(hasattr(module, name) for name in getattr(module, "__all__", ()))
