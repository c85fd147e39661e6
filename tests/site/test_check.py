"""`yifa check-report`: what it prints, its JSON, its exit status."""

import json

import pytest

from yifa.site.cli import main

RIGHT = "共受理诉求800件，其中咨询类600件，占75%；其他200件，占25%。"
WRONG = RIGHT.replace("75%", "70%")


@pytest.fixture
def report(tmp_path):
    def write(text):
        path = tmp_path / "报告.txt"
        path.write_text(text, encoding="gb18030")
        return str(path)

    return write


def test_a_sound_report(report, capsys):
    assert main(["check-report", report(RIGHT)]) == 0
    assert "核对了3处数字关系，都成立" in capsys.readouterr().out


def test_a_wrong_share(report, capsys):
    assert main(["check-report", report(WRONG)]) == 1
    told = capsys.readouterr().out
    assert "第1行 占比（把握：高）「咨询类600件，占70%」" in told
    assert "600÷800=75.0000%，应为75%" in told


def test_nothing_to_check_is_said(report, capsys):
    assert main(["check-report", report("全年工作平稳。")]) == 0
    assert "没有找到可以核对的数字关系" in capsys.readouterr().err


def test_json(report, capsys):
    assert main(["check-report", report(WRONG), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"claims", "findings"}
    share = next(one for one in told["claims"] if not one["ok"])
    assert share == {
        "kind": "share",
        "text": "咨询类600件，占70%",
        "start": WRONG.index("咨询"),
        "end": WRONG.index("；"),
        "stated": "70%",
        "computed": "75.0000%",
        "ok": False,
        "truncated": False,
        "cause": "misprint: 75%",
    }
    assert {key for one in told["findings"] for key in one} == {"kind", "text", "start", "end", "message"}


@pytest.mark.parametrize(("name", "words"), [("没有.txt", "没有这个文件"), ("", "文件夹"), ("坏.docx", "已损坏")])
def test_what_cannot_be_read(tmp_path, name, words, capsys):
    if name.startswith("坏"):
        (tmp_path / name).write_bytes(b"PK\x03\x04")
    assert main(["check-report", str(tmp_path / name)]) == 2
    assert words in capsys.readouterr().err


def test_against_the_record(report, office, capsys):
    import subprocess
    import sys

    ran = subprocess.run(
        [sys.executable, "-m", "yifa.site.cli", "check-report", report(RIGHT), "--against-record", "2025"],
        env=office,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "库中还没有信访部门" in ran.stderr
