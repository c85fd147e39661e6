"""`yifa due` and `yifa acts`: what the law says, for people and for other programs."""

import json
import subprocess
import sys

import pytest

from yifa.law.acts import ACTS
from yifa.site.cli import main


@pytest.fixture
def run(capsys):
    """Exit status, output and error of a command."""

    def run(*words):
        status = main(words)
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def batch(tmp_path, run):
    """What `yifa due --batch` makes of this file."""

    def batch(content, *options):
        path = tmp_path / "期限.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return run("due", "--batch", str(path), "--json", *options)

    return batch


def answer(run, *words):
    status, output, error = run("due", *words, "--json")
    assert (status, error) == (0, "")
    return json.loads(output)


def test_one_limit_from_one_day(run):
    found = answer(run, "2025-08-08", "T06")
    assert list(found) == ["limit", "from", "nominal", "due", "provisional", "missing", "cite", "why"]
    assert (found["limit"], found["from"], found["nominal"], found["due"]) == (
        "T06",
        "2025-08-08",
        "2025-10-07",
        "2025-10-09",
    )
    assert (found["provisional"], found["missing"]) == (False, [])
    assert found["cite"].startswith("34 《信访工作条例》第三十四条")
    assert "顺延至2025-10-09" in found["why"]


def test_in_words(run):
    status, output, _ = run("due", "2025-08-08", "T06")
    assert status == 0
    assert output.startswith("2025-08-08 + T06 = 2025-10-09")
    assert "（暂定）" in run("due", "2026-11-20", "T06")[1]


@pytest.mark.parametrize(
    ("day0", "limit", "nominal", "due"),
    [
        ("2025-08-04", "T01", "2025-08-19", "2025-08-19"),
        ("2025-08-04", "t04", "2025-08-11", "2025-08-11"),
        ("2025-08-08", "办结", "2025-10-07", "2025-10-09"),
        ("2025-08-04", "15", "2025-08-19", "2025-08-19"),
        ("2025-08-04", "15日", "2025-08-19", "2025-08-19"),
        ("2025-08-04", "15 天", "2025-08-19", "2025-08-19"),
        ("2025-08-04", "15days", "2025-08-19", "2025-08-19"),
        ("2025-09-29", "5工作日", "2025-10-13", "2025-10-13"),
        ("2025-09-29", "5个工作日", "2025-10-13", "2025-10-13"),
        ("2025-09-29", "5 working days", "2025-10-13", "2025-10-13"),
        ("2025-08-08", "60+30日", "2025-11-06", "2025-11-06"),
        ("2025-08-08", "60 + 30", "2025-11-06", "2025-11-06"),
        ("2025-07-08", "60+25日", "2025-10-01", "2025-10-09"),
        ("2025-08-31", "6个月", "2026-02-28", "2026-02-28"),
        ("2024-02-29", "1年", "2025-02-28", "2025-02-28"),
        ("2025-08-04", "1 Year", "2026-08-04", "2026-08-04"),
        ("2025-08-04", "0日", "2025-08-04", "2025-08-04"),
    ],
)
def test_every_unit(run, day0, limit, nominal, due):
    found = answer(run, day0, limit)
    assert (found["nominal"], found["due"], found["provisional"]) == (nominal, due, False)


def test_sixty_days_that_reach_2027_are_provisional_until_the_notice_is_filed(run, tmp_path):
    found = answer(run, "2026-11-02", "T06")
    assert (found["due"], found["provisional"]) == ("2027-01-01", True)
    assert found["missing"] == ["2027年部分节假日安排的通知"]
    assert "暂定" in found["why"]
    notice = tmp_path / "2027.toml"
    notice.write_text(
        'year = 2027\ntitle = "试"\nnumber = "试1号"\nissued = 2026-11-20\n'
        '[[holiday]]\nname = "元旦"\nfrom = 2027-01-01\nto = 2027-01-03\n',
        encoding="utf-8",
    )
    found = answer(run, "2026-11-02", "T06", "--notice", str(notice))
    assert (found["due"], found["provisional"], found["missing"]) == ("2027-01-04", False, [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("昨天", "T06"), "DATE：「昨天」不是日期"),
        (("2025-02-30", "T06"), "DATE：「2025-02-30」不是日期"),
        (("2025-08-04", "T12"), "LIMIT：看不懂期限「T12」"),
        (("2025-08-04", "T05"), "由交办机关指定"),
        (("2025-08-04", "十五日"), "LIMIT：看不懂期限"),
        (("2025-08-04", "15星期"), "LIMIT：看不懂期限"),
        (("2025-08-04", "-5日"), "LIMIT：看不懂期限"),
        (("2025-08-04", "9999年"), "LIMIT：自2025-08-04起9999年"),
        (("9999-12-30", "T06"), "LIMIT：自9999-12-30起"),
        (("9999-12-30", "5工作日"), "LIMIT：自9999-12-30起"),
        (("2025-08-04",), "请给出日期和期限"),
        ((), "请给出日期和期限"),
        (("2025-08-04", "T06", "--notice", "没有.toml"), "没有.toml"),
    ],
)
def test_what_cannot_be_counted_is_an_error(run, words, told):
    status, output, error = run("due", *(["--"] if words[1:2] == ("-5日",) else []), *words)
    assert (status, output) == (2, "")
    assert error.startswith("输入有误：")
    assert told in error


def test_a_notice_that_is_no_year_file_is_named(run, tmp_path):
    notice = tmp_path / "坏.toml"
    notice.write_text("year = ", encoding="utf-8")
    status, _, error = run("due", "2025-08-04", "T06", "--notice", str(notice))
    assert status == 2
    assert "坏.toml" in error


ROWS = """day0,period,unit
2025-08-08,60,日
2025-09-29,5,工作日
2025-08-31,6,月

2024-02-29,1,年
2025-08-08,60+30,日
2025-08-08,T06,
2025-08-04,15日,
2026-11-02,60,day
2025-09-29,5,Working Day
"""


@pytest.mark.parametrize(
    "content",
    [ROWS, "\ufeff" + ROWS, ROWS.replace("\n", "\r\n"), ROWS.replace("day0,period,unit", "Day0 , PERIOD, Unit")],
)
def test_many_rows_in_one_run(batch, content):
    status, output, error = batch(content)
    assert (status, error) == (0, "")
    assert [(one["due"], one["provisional"]) for one in json.loads(output)] == [
        ("2025-10-09", False),
        ("2025-10-13", False),
        ("2026-02-28", False),
        ("2025-02-28", False),
        ("2025-11-06", False),
        ("2025-10-09", False),
        ("2025-08-19", False),
        ("2027-01-01", True),
        ("2025-10-13", False),
    ]


def test_the_unit_column_may_be_missing(batch):
    status, output, _ = batch("period,day0\nT01,2025-08-04\n15日,2025-08-04\n")
    assert status == 0
    assert [one["due"] for one in json.loads(output)] == ["2025-08-19", "2025-08-19"]


def test_a_heading_alone_asks_nothing(batch):
    assert batch("day0,period,unit\n")[:2] == (0, "[]\n")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("昨天,15,日", "第4行 day0：「昨天」不是日期"),
        (",15,日", "第4行 day0：「」不是日期"),
        ("2025-08-04,15,周", "第4行 unit：没有「周」这种单位"),
        ("2025-08-04,15,工作曰", "是不是「工作日」？"),
        ("2025-08-04,十五,日", "第4行 period：看不懂期限"),
        ("2025-08-04,,日", "第4行 period：看不懂期限"),
        ("2025-08-04,-1,日", "第4行 period：看不懂期限"),
        ("2025-08-04,99999,年", "第4行 period：自2025-08-04起"),
        ("2025-08-04", "第4行 period：看不懂期限"),
        ("2025-08-04,T05,", "第4行 period：T05"),
    ],
)
def test_a_bad_row_is_named_as_it_stands_in_the_file_and_nothing_is_answered(batch, row, told):
    status, output, error = batch(f"day0,period,unit\n2025-08-08,60,日\n\n{row}\n2025-08-08,60,日\n")
    assert (status, output) == (2, "")
    assert told in error


@pytest.mark.parametrize("content", ["", "2025-08-08,60,日\n", "day,period\n", b"\xd6\xd0\xce\xc4", "day0,unit\n"])
def test_what_is_no_such_file_is_refused(batch, content):
    status, output, error = batch(content)
    assert (status, output) == (2, "")
    assert "期限.csv" in error


def test_a_file_that_is_not_there_cannot_be_read(run, tmp_path):
    status, _, error = run("due", "--batch", str(tmp_path / "无.csv"))
    assert status == 2
    assert "无.csv" in error


def test_every_act_is_listed_with_what_it_takes(run):
    status, output, _ = run("acts", "--json")
    assert status == 0
    listed = {one["act"]: one for one in json.loads(output)}
    assert list(listed) == list(ACTS)
    assert all("claims" in listed[name]["required"] for name in ("Register", "Split")), "the name other programs know"
    for name, one in listed.items():
        assert set(one) == {"act", "term", "cite", "by", "about", "fields", "required"}
        assert one["term"] == ACTS[name].term
        assert "《" in one["cite"]
        assert one["about"].startswith(one["term"])
        assert {"on", "by"} <= set(one["required"]) <= set(one["fields"])
        assert all(one["fields"].values())
    extend = listed["Extend"]
    assert extend["required"] == ["approved_by", "by", "days", "on", "reason"]
    assert extend["fields"]["days"] == "整数"
    assert "来信（LETTER）" in listed["Register"]["fields"]["channel"]


def test_every_act_is_listed_in_words(run):
    status, output, _ = run("acts")
    assert status == 0
    assert all(f"{name}  {kind.term}  {kind.basis}" in output for name, kind in ACTS.items())


def test_facts_need_no_database_and_no_django():
    """So that they answer at once."""
    code = (
        "import sys; from yifa.site.cli import main; main(['due', '2025-08-08', 'T06', '--json']); "
        "sys.exit(any(name.split('.')[0] in {'django', 'msgspec', 'openpyxl'} for name in sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=30)
    assert ended.returncode == 0, ended.stderr.decode()


def test_a_reader_that_has_seen_enough_is_no_fault():
    """`yifa acts | head -1`."""
    with subprocess.Popen(
        [sys.executable, "-m", "yifa.site.cli", "acts"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        error = process.stderr.read()
    assert b"Traceback" not in error
    assert b"Exception" not in error
