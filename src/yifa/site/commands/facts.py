"""`yifa acts`, `yifa case`: what the law says, without a database."""

import json
from argparse import Namespace
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any

from yifa.exchange import casefile
from yifa.exchange.reading import hints_of, written
from yifa.law.acts import ACTS, Act, Request
from yifa.law.acts.labels import LABELS
from yifa.law.readings import CHOICE_OF
from yifa.records.provisional import marked
from yifa.site.commands.told import print_json, read_calendar, read_day, today


def acts(args: Namespace) -> int:
    """Every act: its fields and types, term, article."""
    if args.json:
        print_json([act_json(name, kind) for name, kind in ACTS.items()])
        return 0
    for name, kind in ACTS.items():
        print(f"{name}  {kind.term}  {kind.basis}\n  {_about(kind)}\n  由{kind.mover}办理")
        required = required_fields(kind)
        for field, hint in hints_of(kind).items():
            print(
                f"    {written(kind, field)} {LABELS[field]}{'' if field in required else '（可省略）'}：{in_words(hint)}"
            )
    return 0


def act_json(name: str, kind: type[Act]) -> dict[str, Any]:
    """One act for other programs."""
    return {
        "act": name,
        "term": kind.term,
        "cite": kind.basis.json,
        "by": kind.mover.value,
        "about": _about(kind),
        "fields": {written(kind, field): in_words(hint) for field, hint in hints_of(kind).items()},
        "required": sorted(written(kind, field) for field in required_fields(kind)),
    }


def _about(kind: type[Act]) -> str:
    return (kind.__doc__ or "").split("\n")[0]


def required_fields(kind: type[Act]) -> set[str]:
    """The fields that must be filled in."""
    return {one.name for one in fields(kind) if one.default is MISSING}


def in_words(hint: Any) -> str:
    """A field's type in words: dates, texts, or the values to choose from."""
    names = {"date": "日期", "str": "文字", "int": "整数", "bool": "true 或者 false"}
    text = str(hint)
    if text.startswith("tuple"):
        return f"列表：{in_words(hint.__args__[0])}"
    if text.endswith("| None"):
        return f"{in_words(hint.__args__[0])}，可以不填"
    if hasattr(hint, "__members__"):
        return "、".join(f"{one.value}（{one.name}）" for one in hint)
    if hint is Request:
        return "请求（文字，或者 {" + "、".join(hints_of(hint)) + "}）"
    return names.get(hint.__name__, "一项行为（对象）")


def case(args: Namespace) -> int:
    """A case file, judged act by act; what follows from it on a day."""
    on = read_day(args.on, "--on") if args.on else today()
    calendar = read_calendar(args.notice)
    held = casefile.read_file(Path(args.file))
    found = casefile.judge(held, on, calendar)
    if isinstance(found, casefile.Refused):
        if args.json:
            print_json(casefile.refused_json(found))
        else:
            print(f"第{found.index}项「{found.act.term}」（{found.act.on}）不合法：")
            for one in found.refusals:
                print(f"  · {one.reason}  {one.basis}")
        return 1
    report = casefile.report(found, on, calendar, held.readings)
    if args.json:
        print_json(report)
    else:
        _print_case(report, on)
    return 0


def _day(owed: dict[str, Any]) -> str:
    """By when, marked where that may still move; of some duties the law sets no day."""
    return marked(owed["due"], provisional=owed["provisional"]) if owed["due"] else "未定日数"


def _print_case(report: dict[str, Any], on: date) -> None:
    print(f"{on}  {report['stage']}")
    for one in report.get("readings", ()):
        print(
            f"另定  {CHOICE_OF[one['name']].name}  {one['name']} = {json.dumps(one['value'])}  自{one['from']}起开始的期限"
        )
    for one in report["claims"]:
        print(f"诉求{one['id']}  {one['track'] or '未分类'} {one['path']}  {one['stage']}")
    for clock in report["clocks"]:
        print(
            f"  {clock['limit']} {clock['term']}  {clock['owed_by']}  {_day(clock)}  {clock['state']}  {clock['cite']}"
        )
    for one in report["owed"]:
        print(f"应办文书  {one['paper']} {one['of']}  {one['by']}  {_day(one)}  {one['cite']}")
    for one in report["breaches"]:
        made_good = one["made_good"] and f"已于{one['made_good']}补正"
        marks = "，".join(mark for mark in (made_good, one["mark"]) if mark)
        print(f"违规  {one['what']}  {one['name']}  {one['since']}  {one['cite']}" + (f"  {marks}" if marks else ""))
    for one in report["lifted"]:
        told = f"第{one['correction']}项更正后消除"
        print(f"更正后消除  {one['what']}  {one['name']}  {one['since']}  {one['cite']}  {told}")
    print("现在可以办理：" + "、".join(ACTS[name].term for name in report["permitted"]))
