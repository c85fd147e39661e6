"""`yifa case`: what a case file may hold, and that whatever else it holds is a clear error that names the place."""

import json
import subprocess
import sys

import pytest

from yifa.exchange import casefile
from yifa.site.cli import main

ORGANS = [
    {"code": "旗政府", "kind": "政府"},
    {"code": "旗信访局", "kind": "信访部门", "superiors": ["旗政府"]},
    {"code": "旗民政局", "superior": "旗政府"},
]
REGISTER = {
    "act": "Register",
    "on": "2025-08-04",
    "by": "旗信访局",
    "channel": "来信",
    "names": ["王某"],
    "address": "一村",
    "claims": [{"text": "低保", "track": "C6"}],
}
TRANSFER = {"act": "Transfer", "on": "2025-08-06", "by": "旗信访局", "to": "旗民政局"}
ACCEPT = {"act": "Accept", "on": "2025-08-08", "by": "旗民政局"}


@pytest.fixture
def write(tmp_path):
    def write(content):
        path = tmp_path / "案卷.json"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def case(write, capsys):
    """Exit status, output and error of `yifa case` on this content."""

    def case(content, *options, on="2025-08-20"):
        status = main(["case", write(content), "--on", on, *options])
        return status, *capsys.readouterr()

    return case


def with_acts(*acts, organs=ORGANS):
    return {"organs": organs, "acts": list(acts)}


def changed(act, /, **fields):
    return with_acts(REGISTER, TRANSFER, {**act, **fields})


def test_a_sound_file_is_answered_in_the_shape_other_programs_read(case):
    status, output, error = case(with_acts(REGISTER, TRANSFER, ACCEPT), "--json")
    assert (status, error) == (0, "")
    report = json.loads(output)
    assert set(report) == {"stage", "claims", "clocks", "permitted", "owed", "duties", "breaches", "lifted"}
    assert report["stage"] == "办理中"
    assert report["claims"] == [{"id": "1", "track": "C6", "path": "", "stage": "办理中"}]
    (sixty,) = [one for one in report["clocks"] if one["limit"] == "T06"]
    wanted = {"limit", "claim", "organ", "owed_by", "started", "nominal", "due", "state", "days_left", "cite"}
    assert wanted <= set(sixty)
    assert (sixty["nominal"], sixty["due"], sixty["state"], sixty["days_left"]) == (
        "2025-10-07",
        "2025-10-09",
        "running",
        50,
    )
    assert "TakeStatement" in report["permitted"]
    assert report["owed"]
    assert all({"paper", "by", "due", "provisional", "cite"} <= set(one) for one in report["owed"])


LATE = {"act": "Notify", "on": "2025-08-25", "by": "旗民政局"}
RENAMED = [
    {**one, "former": [{"name": "旗民政和社会事务局", "until": "2025-09-01"}]} if one["code"] == "旗民政局" else one
    for one in ORGANS
]


def test_a_breach_stands_under_the_name_of_its_day_though_made_good(case):
    _, output, _ = case(with_acts(REGISTER, TRANSFER, LATE, organs=RENAMED), "--json", on="2025-09-10")
    (breach,) = json.loads(output)["breaches"]
    assert (breach["name"], breach["by"], breach["since"]) == ("旗民政和社会事务局", "旗民政局", "2025-08-22")
    assert (breach["made_good"], breach["mark"]) == ("2025-08-25", "")
    _, text, _ = case(with_acts(REGISTER, TRANSFER, LATE, organs=RENAMED), on="2025-09-10")
    assert "旗民政和社会事务局  2025-08-22" in text
    assert "已于2025-08-25补正" in text


def test_what_a_correction_lifted_is_told_with_its_number(case):
    right = {**LATE, "on": "2025-08-20"}
    correct = {
        "act": "Correct",
        "on": "2025-09-01",
        "by": "旗民政局",
        "target": 2,
        "reason": "日期记错",
        "right": right,
    }
    _, output, _ = case(with_acts(REGISTER, TRANSFER, LATE, correct), "--json", on="2025-09-10")
    report = json.loads(output)
    assert report["breaches"] == []
    assert [(one["since"], one["correction"]) for one in report["lifted"]] == [("2025-08-22", 3)]
    _, text, _ = case(with_acts(REGISTER, TRANSFER, LATE, correct), on="2025-09-10")
    assert "第3项更正后消除" in text


def test_each_answer_is_seen_to_meet_its_own(case):
    asked = {
        "act": "Supervise",
        "by": "旗信访局",
        "to": "旗民政局",
        "ground": "DELAY",
        "facts": "事实",
        "advice": "建议",
    }
    first, second = ({**asked, "on": "2025-08-08", "due": due} for due in ("2025-08-13", "2025-08-14"))
    answer = {"act": "AnswerSupervision", "on": "2025-08-12", "by": "旗民政局", "answer": "已办", "of": 3}
    _, output, _ = case(with_acts(REGISTER, TRANSFER, first, second, answer), "--json")
    found = [one for one in json.loads(output)["duties"] if one["paper"] == "D39"]
    assert [(one["number"], one["due"], one["met"], one["state"]) for one in found] == [
        (2, "2025-08-13", None, "late"),
        (3, "2025-08-14", "2025-08-12", "met"),
    ]


def test_a_provisional_last_day_is_marked_wherever_it_is_printed(case):
    days = {"Register": "2026-10-28", "Transfer": "2026-10-29", "Accept": "2026-11-02"}
    begun = [{**one, "on": days[one["act"]]} for one in (REGISTER, TRANSFER, ACCEPT)]
    extend = {
        "act": "Extend",
        "on": "2026-12-30",
        "by": "旗民政局",
        "days": 30,
        "reason": "复杂",
        "approved_by": "局长",
    }
    _, text, _ = case(with_acts(*begun, extend), on="2027-01-05")
    assert "T06 办结  旗民政局  2027-01-31（暂定）" in text
    assert "D27   旗民政局  2027-01-31（暂定）" in text
    _, output, _ = case(with_acts(*begun, extend), "--json", on="2027-01-05")
    report = json.loads(output)
    assert [one["provisional"] for one in report["owed"] if one["paper"] == "D27"] == [True]
    assert [one["provisional"] for one in report["clocks"] if one["limit"] == "T06"] == [True]


def test_what_is_asked_may_be_written_under_either_name(case):
    renamed = {"requests" if name == "claims" else name: value for name, value in REGISTER.items()}
    assert case(with_acts(renamed, TRANSFER), "--json") == case(with_acts(REGISTER, TRANSFER), "--json")


def test_a_refusal_names_the_field_as_case_files_do(case):
    status, output, _ = case(with_acts({**REGISTER, "claims": []}), "--json")
    assert status == 1
    assert [one["field"] for one in json.loads(output)["refused"]["reasons"]] == ["claims"]


def test_a_sound_file_is_answered_in_words(case):
    status, output, error = case(with_acts(REGISTER, TRANSFER, ACCEPT))
    assert (status, error) == (0, "")
    assert "办理中" in output
    assert "第三十四条" in output


def test_chinese_terms_and_english_members_mean_the_same(case):
    english = case(with_acts(REGISTER, TRANSFER, ACCEPT), "--json")
    chinese = case(
        with_acts(
            {**REGISTER, "act": "登记", "channel": "LETTER"}, {**TRANSFER, "act": "转送"}, {**ACCEPT, "act": "受理"}
        ),
        "--json",
    )
    assert chinese == english


def test_a_byte_order_mark_is_passed_over(case):
    content = json.dumps(with_acts(REGISTER), ensure_ascii=False).encode("utf-8-sig")
    assert case(content)[0] == 0


def test_a_file_without_acts_is_a_petition_not_yet_registered(case):
    status, output, _ = case({"acts": []}, "--json")
    assert status == 0
    assert json.loads(output)["stage"] == "未登记"


@pytest.mark.parametrize(
    ("acts", "index", "act"),
    [
        ([TRANSFER], 0, "Transfer"),
        ([REGISTER, ACCEPT], 1, "Accept"),
        ([REGISTER, {**ACCEPT, "on": "2025-08-05"}, TRANSFER], 1, "Accept"),
        ([REGISTER, {**TRANSFER, "on": "2025-08-01"}], 1, "Transfer"),
        ([REGISTER, REGISTER], 1, "Register"),
        ([REGISTER, TRANSFER, TRANSFER], 2, "Transfer"),
        ([{**REGISTER, "by": "旗水利局"}], 0, "Register"),
    ],
)
def test_an_unlawful_act_is_refused_with_its_place_and_every_reason(case, acts, index, act):
    status, output, error = case(with_acts(*acts), "--json")
    assert (status, error) == (1, "")
    refused = json.loads(output)["refused"]
    assert (refused["index"], refused["act"]) == (index, act)
    assert refused["reasons"]
    for one in refused["reasons"]:
        assert one["reason"]
        assert "《" in one["cite"]
    status, output, error = case(with_acts(*acts))
    assert (status, error) == (1, "")
    assert output.startswith(f"第{index}项")


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("", "案卷.json", "文件是空的"),
        ("  \n", "案卷.json", "文件是空的"),
        ("{", "第1行第2列", "不是有效的 JSON"),
        ('{"acts": [\n{"act": "Register",}]}', "第2行第20列", "不是有效的 JSON"),
        (b"\xd6\xd0\xce\xc4", "案卷.json", "UTF-8"),
        (b"PK\x03\x04\xff", "案卷.json", "UTF-8"),
        ("[" * 100_000, "案卷.json", "嵌套过深"),
        ('{"acts": [{"act":"Correct","on":"2025-08-04","by":"a","target":1,"reason":"b","right":' * 9000, "案卷.json",
         "嵌套过深"),
        ('{"acts": [{"act": "HoldHearing", "days": ' + "9" * 5000 + "}]}", "案卷.json", "位数太多"),
        ("[]", "acts", "缺少行为清单"),
        ("null", "acts", "缺少行为清单"),
        ("{}", "acts", "缺少行为清单"),
        ({"acts": {}}, "acts", "应当是列表"),
        ({"acts": None}, "acts", "应当是列表"),
        ({"acts": [], "organs": {}}, "organs", "应当是列表"),
        ({"acts": [], "organ": []}, "organ", "是不是「organs」？"),
        ({"acts": [], "organs": ["旗民政局"]}, "organs[0]", "应当是一个对象"),
        ({"acts": [], "organs": [{}]}, "organs[0].code", "应当是文字"),
        ({"acts": [], "organs": [{"code": "a", "kind": "国企"}]}, "organs[0].kind", "不在可选值之内"),
        ({"acts": [], "organs": [{"code": "a", "colour": "红"}]}, "organs[0].colour", "没有这个字段"),
        (with_acts("Register"), "acts[0]", "应当是一个对象"),
        (with_acts({}), "acts[0].act", "没有「None」这种行为"),
        (with_acts({"act": ["Register"]}), "acts[0].act", "这种行为"),
        (with_acts({**REGISTER, "act": "Registr"}), "acts[0].act", "是不是「Register」？"),
        (with_acts({**REGISTER, "act": "作出处理意见书"}), "acts[0].act", "是不是「作出处理意见」？"),
        (changed(ACCEPT, act="Hug"), "acts[2].act", "没有「Hug」这种行为"),
        (changed(ACCEPT, claims=["1"]), "acts[2].claims", "是不是「claim」？"),
        (changed(ACCEPT, on="2025-8-8"), "acts[2].on", "不是日期"),
        (changed(ACCEPT, on="2025-02-29"), "acts[2].on", "不是日期"),
        (changed(ACCEPT, on=20250808), "acts[2].on", "不是日期"),
        (changed(ACCEPT, on=None), "acts[2].on", "不是日期"),
        (changed(ACCEPT, on="0001-01-01"), "acts[2].on", "不会是"),
        (changed(ACCEPT, on="9999-12-31"), "acts[2].on", "不会是"),
        (changed(ACCEPT, on="2031-08-08"), "acts[2].on", "晚于所问之日 2025-08-20"),
        (changed(ACCEPT, on="2025-08-21"), "acts[2].on", "晚于所问之日"),
        (changed(ACCEPT, by=None), "acts[2].by", "应当是文字"),
        (changed(ACCEPT, by=True), "acts[2].by", "应当是文字"),
        (changed(ACCEPT, by="\0"), "acts[2].by", "无法保存"),
        (changed(TRANSFER, claims=[["1"]]), "acts[2].claims[0]", "应当是文字"),
        (changed(TRANSFER, joint="是"), "acts[2].joint", "true 或者 false"),
        (changed(TRANSFER, joint=1), "acts[2].joint", "true 或者 false"),
        (with_acts({**REGISTER, "people": "3"}), "acts[0].people", "应当是整数"),
        (with_acts({**REGISTER, "people": 2.5}), "acts[0].people", "应当是整数"),
        (with_acts({**REGISTER, "people": True}), "acts[0].people", "应当是整数"),
        (with_acts({**REGISTER, "people": 10**30}), "acts[0].people", "数目太大"),
        (with_acts({**REGISTER, "channel": "飞鸽"}), "acts[0].channel", "来信"),
        (with_acts({**REGISTER, "channel": None}), "acts[0].channel", "不在可选值之内"),
        (with_acts({**REGISTER, "claims": [{"text": "低保", "trak": "C6"}]}), "acts[0].claims[0].trak", "是不是「track」？"),
        (with_acts({**REGISTER, "claims": [3]}), "acts[0].claims[0]", "应当是一个对象"),
        (with_acts({**REGISTER, "requests": ["修路"]}), "acts[0].requests", "「claims」和「requests」是同一个字段"),
        (with_acts({name: value for name, value in REGISTER.items() if name != "claims"}), "acts[0].claims", "缺少这个字段"),
        (with_acts({name: value for name, value in REGISTER.items() if name != "by"}), "acts[0].by", "缺少这个字段"),
        ('{"acts": [{"act": "Accept", "on": "2025-08-04", "by": "\\ud800"}]}', "acts[0].by", "无法保存"),
        ('{"acts": [{"act": "Register", "people": NaN}]}', "acts[0]", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error_that_names_the_place(case, content, place, message):
    status, output, error = case(content, "--json")
    assert (status, output) == (2, "")
    assert error.startswith("输入有误：")
    assert place in error
    assert message in error
    assert error.count("\n") == 1


def test_days_too_many_to_count_are_an_error(case):
    hearing = {"act": "HoldHearing", "on": "2025-08-08", "by": "旗民政局", "days": 10**9, "conclusion": "维持"}
    status, _, error = case(with_acts(REGISTER, TRANSFER, hearing))
    assert status == 2
    assert "acts[2].days：数目太大" in error


def test_a_correction_may_not_date_an_act_after_itself(case):
    """Asked about 2025-08-20, nothing of 2031 may stand in the file, in whatever clothes."""
    right = {**TRANSFER, "on": "2031-08-06"}
    correction = {"act": "Correct", "on": "2025-08-07", "by": "旗信访局", "target": 1, "reason": "记错", "right": right}
    status, output, _ = case(with_acts(REGISTER, TRANSFER, correction), "--json")
    assert status == 1
    assert json.loads(output)["refused"]["index"] == 2


@pytest.mark.parametrize(("depth", "status"), [(1, 1), (50, 1), (300, 2)])
def test_corrections_within_corrections_are_refused_however_deep(case, depth, status):
    nested = TRANSFER
    for _ in range(depth + 1):
        nested = {
            "act": "Correct",
            "on": "2025-08-07",
            "by": "旗信访局",
            "target": 1,
            "reason": "记错",
            "right": nested,
        }
    assert case(with_acts(REGISTER, TRANSFER, nested))[0] == status


def test_in_2031_the_days_are_the_earliest_they_can_be(case):
    later = [{**act, "on": act["on"].replace("2025", "2031")} for act in (REGISTER, TRANSFER, ACCEPT)]
    status, output, _ = case(with_acts(*later), "--json", on="2031-08-20")
    assert status == 0
    (sixty,) = [one for one in json.loads(output)["clocks"] if one["limit"] == "T06"]
    assert (sixty["due"], sixty["provisional"], sixty["missing"]) == ("2031-10-07", True, [2031])


def test_a_missing_file_and_a_folder_cannot_be_read(tmp_path, capsys):
    for path in (tmp_path / "无.json", tmp_path):
        assert main(["case", str(path)]) == 2
        assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize("on", ["昨天", "2025-02-30", "20a5-01-01"])
def test_a_wrong_day_asked_about_is_an_error(case, on):
    status, output, error = case(with_acts(REGISTER), on=on)
    assert (status, output) == (2, "")
    assert "--on" in error


def test_the_whole_file_must_be_of_a_petition_s_size(write, monkeypatch, capsys):
    monkeypatch.setattr(casefile, "MAX_BYTES", 100)
    assert main(["case", write(with_acts(REGISTER))]) == 2
    assert "不会这么大" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "status"),
    [(with_acts(REGISTER, TRANSFER), 0), (with_acts(TRANSFER), 1), ("{", 2), (b"x" * 50_000_000, 2)],
)
def test_the_command_ends_with_the_status_as_designed(write, content, status):
    command = [sys.executable, "-m", "yifa.site.cli", "case", write(content), "--on", "2025-08-20", "--json"]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=30)
    assert ended.returncode == status, ended.stderr
    assert "Traceback" not in ended.stderr
    assert bool(ended.stdout) is (status < 2)
    assert bool(ended.stderr) is (status == 2)


def test_wrong_use_ends_with_two():
    command = [sys.executable, "-m", "yifa.site.cli", "case"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert ended.returncode == 2
    assert "usage" in ended.stderr


# What an office reads otherwise

UNROLLED = {"name": "roll_last_day", "value": False, "from": "2025-01-01"}
"""Day sixty of what is accepted on 2025-08-08 is the holiday 2025-10-07."""


def with_readings(*readings, acts=(REGISTER, TRANSFER, ACCEPT)):
    return {**with_acts(*acts), "readings": list(readings)}


def test_a_file_is_judged_and_reported_by_what_its_office_reads_otherwise(case):
    status, output, _ = case(with_readings(UNROLLED), "--json")
    report = json.loads(output)
    (sixty,) = [one for one in report["clocks"] if one["limit"] == "T06"]
    assert (status, sixty["due"], report["readings"]) == (0, "2025-10-07", [UNROLLED])


def test_what_started_before_keeps_the_reading_of_its_day(case):
    _, output, _ = case(with_readings({**UNROLLED, "from": "2025-08-09"}), "--json")
    (sixty,) = [one for one in json.loads(output)["clocks"] if one["limit"] == "T06"]
    assert sixty["due"] == "2025-10-09"


def test_an_act_is_judged_by_them(case):
    extend = {"act": "Extend", "by": "旗民政局", "approved_by": "局长", "reason": "情况复杂"}
    acts = (REGISTER, TRANSFER, {**ACCEPT, "act": "Notify"}, ACCEPT)
    twice = (*acts, {**extend, "on": "2025-09-01", "days": 10}, {**extend, "on": "2025-09-02", "days": 20})
    assert case(with_readings(acts=twice), on="2025-09-03")[0] == 1
    assert (
        case(with_readings({"name": "extensions", "value": 2, "from": "2025-01-01"}, acts=twice), on="2025-09-03")[0]
        == 0
    )


def test_they_are_printed_in_words_too(case):
    _, output, _ = case(with_readings(UNROLLED))
    assert "另定  末日顺延  roll_last_day = false  自2025-01-01起开始的期限" in output
    assert "另定" not in case(with_readings())[1]


@pytest.mark.parametrize(
    ("setting", "place", "told"),
    [
        ({**UNROLLED, "name": "extension"}, "readings[0].name", "是不是「extensions」"),
        ({**UNROLLED, "name": ["extensions"]}, "readings[0].name", "没有可以另定的读法"),
        ({**UNROLLED, "value": 0}, "readings[0].value", "应当是true 或者 false，而不是 0"),
        ({**UNROLLED, "name": "extensions", "value": True}, "readings[0].value", "应当是整数，而不是 True"),
        ({**UNROLLED, "name": "extensions", "value": 31}, "readings[0].value", "只能在1至30之间另定"),
        ({**UNROLLED, "name": "acceptance_without_notice_days", "value": 16}, "readings[0].value", "不得减损"),
        ({**UNROLLED, "from": "2025-13-01"}, "readings[0].from", "不是日期"),
        ({"name": "extensions", "value": 2}, "readings[0].from", "缺少这个字段"),
        ({**UNROLLED, "since": "2025-01-01"}, "readings[0].since", "没有这个字段"),
        ("extensions", "readings[0]", "应当是一个对象"),
    ],
)
def test_a_setting_that_cannot_be_read_names_its_place(case, setting, place, told):
    status, _, error = case(with_readings(setting))
    assert status == 2
    assert place in error
    assert told in error


def test_readings_are_a_list(case):
    status, _, error = case({**with_acts(REGISTER), "readings": UNROLLED})
    assert (status, "readings：应当是列表" in error) == (2, True)
