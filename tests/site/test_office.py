"""The commands of the office's own record, run as its user does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from yifa.exchange.national import COLUMNS

YIFA = Path(sys.executable).with_name("yifa")
BEGIN = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "yifa.site.settings"
import django
django.setup()
from datetime import date
from django.core.management import call_command
call_command("migrate", verbosity=0)
from yifa.site import demo
demo.load(today=date(2024, 1, 12))
"""


@pytest.fixture
def run(office):
    def run(*words):
        return subprocess.run([YIFA, *words], env=office, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def begun(office):
    subprocess.run([sys.executable, "-c", BEGIN], env=office, check=True, capture_output=True)


def sheet(path, **cells):
    book = Workbook()
    row = dict.fromkeys(COLUMNS, "") | {
        "信访件编号": "WX1",
        "姓名": "某甲",
        "信访人数": 1,
        "信访目的": "申诉求决",
        "信访日期": "2024-01-05",
        "登记日期": "2024-01-06",
        "信访形式": "来信",
        "概况": "要求修路",
        "是否办结": "否",
        "登记部门": "示范旗信访局",
    }
    book.active.append(COLUMNS)
    book.active.append([(row | cells)[name] for name in COLUMNS])
    book.save(path)
    return str(path)


def test_an_empty_office_says_what_to_do_first(run):
    asked = run("statistics", "--year", "2025")
    assert asked.returncode == 2
    assert "请先登记机关，或者运行 yifa demo" in asked.stderr
    assert run("verify").returncode == 0


def test_a_year_an_import_and_the_proof(run, begun, tmp_path):
    before = figure(run)
    imported = run("import", sheet(tmp_path / "one.xlsx"), "--json")
    assert (imported.returncode, json.loads(imported.stdout)["imported"]) == (0, 1), imported.stderr
    assert figure(run) == before + 1
    assert json.loads(run("import", sheet(tmp_path / "one.xlsx"), "--json").stdout)["imported"] == 0
    wrong = run("import", sheet(tmp_path / "two.xlsx", 信访件编号="WX2", 信访日期="2024-13-05"))
    assert wrong.returncode == 1
    assert "第2行 信访日期" in wrong.stdout
    assert figure(run) == before + 1
    rows = run("statistics", "--year", "2024", "--rows", "receipts_letter")
    assert "来信" in rows.stdout
    assert run("statistics", "--year", "2024", "--rows", "none").returncode == 2
    assert json.loads(run("rebuild", "--json").stdout)["differences"] == []
    proof = run("verify", "--json")
    assert (proof.returncode, json.loads(proof.stdout)["differences"]) == (0, [])


def figure(run):
    found = json.loads(run("statistics", "--year", "2024", "--json").stdout)
    assert found["year"] == 2024
    return next(one["value"] for one in found["indicators"] if one["name"] == "receipts")
