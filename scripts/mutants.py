"""Change the counting and judging of the law core in one place after another: does a test notice?  `make mutants`.

Each mutant is one changed node of one module, never a text for people; a fork imports it and runs the tests that
pass by the changed line.  A survivor that docs/mutation.md does not explain is a failure.  Arguments narrow the
modules: `python scripts/mutants.py permits/review.py`.  (mutmut leaves decorated functions alone, and every judge
is one.)
"""

import ast
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from importlib.machinery import SourceFileLoader
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from coverage import CoverageData

ROOT = Path(__file__).parent.parent
LAW = ROOT / "src" / "yifa" / "law"
TARGETS = ("limits.py", "readings.py", "workdays.py", "clocks/*.py", "duties/*.py", "fold/*.py", "permits/*.py")
TESTS = [str(ROOT / "tests" / name) for name in ("spec", "law", "test_house.py", "test_law_complete.py")]
QUIET = ["-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider", "--assert=plain", f"--rootdir={ROOT}"]
UNCACHED = (
    "import functools, pytest, sys; functools.cache = functools.lru_cache(0); sys.exit(pytest.main(sys.argv[1:]))"
)
"""What a test leaves in a cache would hide that the next one passes by the same line."""

SECONDS = 120
PROCESSES = 2

COMPARE = {ast.Eq: ast.NotEq, ast.Lt: ast.LtE, ast.Gt: ast.GtE, ast.Is: ast.IsNot, ast.In: ast.NotIn}
COMPARE |= {value: key for key, value in COMPARE.items()}
SWAP = {ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitOr: ast.BitAnd}
SWAP |= {ast.BitAnd: ast.BitOr, ast.Mult: ast.Add}
TOLD = {"Refusal": 0, "ValueError": 0, "super": 0}
"""Calls whose first argument is a text for people."""


def variants(node: ast.AST) -> Iterator[ast.AST]:
    """What else could stand there."""
    match node:
        case ast.Compare(left, ops, right):
            for number, op in enumerate(ops):
                yield ast.Compare(left, [*ops[:number], COMPARE[type(op)](), *ops[number + 1 :]], right)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(SWAP[type(op)](), values)
        case ast.BinOp(left, op, right) if type(op) in SWAP:
            yield ast.BinOp(left, SWAP[type(op)](), right)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant(str(value)) if value.isidentifier() and value.isascii() and value.islower():
            yield ast.Constant(f"not_{value}")
        case ast.Return(value) if value is not None and getattr(value, "value", 0) is not None:
            yield ast.Return(ast.Constant(None))
        case ast.Continue() | ast.Break() | ast.AugAssign() | ast.Return(None):
            yield ast.Pass()
        case ast.Expr(value) if not isinstance(value, ast.Constant):
            yield ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load()))) if "yield" in ast.unparse(value) else ast.Pass()
        case ast.Set(elements) if len(elements) > 1:
            yield from (ast.Set([one for one in elements if one is not left_out]) for left_out in elements)
        case ast.If() | ast.IfExp() | ast.While() if isinstance(node.test, ast.Name | ast.Attribute | ast.Call):
            yield type(node)(**{**vars(node), "test": ast.UnaryOp(ast.Not(), node.test)})
        case ast.comprehension(target, iter_, [_, *rest], asynchronous):
            yield ast.comprehension(target, iter_, rest, asynchronous)


Place = tuple[Callable[[ast.AST], None], ast.AST, str]


def places(node: ast.AST, within: str = "") -> Iterator[Place]:
    """Every place of a module that may be changed: how to put something else there, what stands there, where it is."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "bases", "keywords"} and not isinstance(node, ast.Call):
            continue
        children = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for number, child in children:
            told = isinstance(node, ast.Call) and TOLD.get(getattr(node.func, "id", "")) == number and name == "args"
            if not isinstance(child, ast.AST) or isinstance(child, ast.JoinedStr | ast.Import | ast.ImportFrom) or told:
                continue
            inside = (
                f"{within}.{child.name}".strip(".") if hasattr(child, "body") and hasattr(child, "name") else within
            )
            yield putter(node, name, number), child, inside
            yield from places(child, inside)


def putter(node: ast.AST, name: str, number: int | None) -> Callable[[ast.AST], None]:
    """A function that puts something into this field of the node."""
    if number is None:
        return lambda new: setattr(node, name, new)
    return lambda new: getattr(node, name).__setitem__(number, new)


def first_line(node: ast.AST) -> str:
    """The code of a node, short."""
    return " ".join(ast.unparse(ast.fix_missing_locations(node)).split())[:110]


def mutants(path: Path) -> Iterator[tuple[ast.Module, int, str]]:
    """Every mutant of a module: its tree as long as it is looked at, the changed line, and its name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for put, node, within in places(tree):
        for new in variants(node):
            what = f"{path.relative_to(LAW)} {within}: `{first_line(node)}` → `{first_line(new)}`"
            put(new)
            yield tree, getattr(node, "lineno", getattr(getattr(node, "target", None), "lineno", 0)), what
            put(node)


class Chosen:
    """Of the tests collected, those that pass by the changed line; all of them where it runs on import."""

    def __init__(self, names: set[str]) -> None:
        self.names = names

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self.names] if self.names else items


def survives(task: tuple[Path, str, set[str], str]) -> tuple[str, bool]:
    """Run the tests over one mutant, in a process of its own."""
    path, source, names, what = task
    ordinary = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> Any:
        return compile(source, path, "exec") if loader.path == str(path) else ordinary(loader, name)

    def late(*_: object) -> None:
        raise TimeoutError

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    return what, pytest.main([*QUIET, *TESTS], plugins=[Chosen(names)]) == 0


def passing(data: CoverageData, path: Path) -> dict[int, set[str]]:
    """The tests that pass by each line; none named where it also runs on import."""
    found = data.contexts_by_lineno(str(path))
    return {line: {one.split("|")[0] for one in by if "" not in by} for line, by in found.items()}


Task = tuple[Path, str, set[str], str]


def all_tasks(patterns: Iterable[str], data: CoverageData) -> Iterator[Task]:
    """Every mutant with its code and the tests to run over it."""
    for path in sorted(path for pattern in patterns for path in LAW.glob(pattern)):
        by_line = passing(data, path)
        for tree, line, what in mutants(path):
            yield path, ast.unparse(ast.fix_missing_locations(tree)), by_line.get(line, set()), what


def main() -> int:
    """Print every survivor that is not explained; 1 if there is one."""
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {"COVERAGE_FILE": f"{folder}/coverage", "PYTHONPATH": str(ROOT / "src")}
        seen = ["--cov=yifa.law", "--cov-context=test", "--cov-report="]
        subprocess.run(
            [sys.executable, "-c", UNCACHED, *QUIET, *seen, *TESTS], env=env, check=True, stdout=subprocess.DEVNULL
        )
        data = CoverageData(next(Path(folder).glob("coverage*")))
        data.read()
        tasks = list(all_tasks(sys.argv[1:] or TARGETS, data))
    explained = (ROOT / "docs" / "mutation.md").read_text(encoding="utf-8")
    alive = new = 0
    with get_context("fork").Pool(PROCESSES, maxtasksperchild=1) as pool:
        for what, survived in pool.imap_unordered(survives, tasks):
            alive += survived
            if survived and what not in explained:
                new += 1
                print(what, flush=True)
    print(f"{len(tasks)} mutants, {alive} alive, {new} of them not explained")
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
