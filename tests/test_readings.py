"""Every computation asks the readings of the office that keeps the file: no caller outside the law can forget them."""

import ast
import importlib
import inspect
from pathlib import Path

import yifa

SOURCE = Path(yifa.__file__).parent
MODULES = [path for path in sorted(SOURCE.rglob("*.py")) if "law" not in path.relative_to(SOURCE).parts[:1]]
KEEPS_DEFAULT = {
    "desk/office/readings.py": "an office that set none",
    "exchange/casefile.py": "a case file that sets none",
    "papers/matter.py": "the value of a field that `prepare` fills",
    "records/projections.py": "the value of a parameter that every caller fills",
    "records/readings.py": "an office that set none",
    "records/rebuild.py": "an office that set none",
    "records/rewind.py": "an office that set none",
}
"""Who speaks of our readings by name, and of what."""


def name(path):
    return path.relative_to(SOURCE).as_posix()


def reached(tree, path):
    """What the functions and classes of ours that a module imports, or defines, are."""
    module = ".".join(("yifa", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("yifa."):
            held = importlib.import_module(node.module)
            found |= {one.asname or one.name: getattr(held, one.name, None) for one in node.names}
        elif isinstance(node, ast.FunctionDef):
            found[node.name] = getattr(importlib.import_module(module), node.name, None)
    return found


def takes_readings(called):
    if not (inspect.isfunction(called) or (inspect.isclass(called) and called.__module__.startswith("yifa."))):
        return None
    try:
        signature = inspect.signature(called)
    except ValueError:
        return None
    return signature if "readings" in signature.parameters else None


def calls(tree, path):
    """The calls of whatever takes readings, each with its line and what it was given."""
    known = reached(tree, path)
    for node in ast.walk(tree):
        called = known.get(node.func.id) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else None
        if called is not None and (signature := takes_readings(called)):
            given = signature.bind_partial(*node.args, **{one.arg: one for one in node.keywords if one.arg})
            yield called.__name__, node.lineno, "readings" in given.arguments


def test_no_caller_leaves_the_readings_out():
    found = [(path, call) for path in MODULES for call in calls(ast.parse(path.read_text("utf-8")), path)]
    assert not [f"{name(path)}:{line} {called}" for path, (called, line, given) in found if not given]
    reach = {called for _, (called, _, _) in found}
    assert reach >= {"clocks", "clock_of", "owed", "owed_by_clocks", "breaches", "refusals", "permitted", "rows"}
    assert reach >= {"Matter", "Moment", "judge", "effects", "options", "offers", "words_of", "content"}


def test_no_caller_takes_ours_for_those_of_an_office():
    found = {
        name(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "yifa.law.readings"
        if "DEFAULT" in {one.name for one in node.names}
    }
    assert found == set(KEEPS_DEFAULT)
