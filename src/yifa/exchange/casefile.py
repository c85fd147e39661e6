"""Case files: a petition written down as JSON, judged act by act, and everything that follows from it on a day."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from yifa.exchange import InputError, near
from yifa.exchange.reading import read, read_act, read_object, written
from yifa.law.acts import Act
from yifa.law.articles import Citation
from yifa.law.clocks import Clock, clocks
from yifa.law.duties import Breach, Duty, breaches, duties, lifted, owed
from yifa.law.fold import replay, take
from yifa.law.organs import Organ, Organs
from yifa.law.permits import Refusal, permitted, refusals
from yifa.law.petition import Petition
from yifa.law.readings import CHOICE_OF, DEFAULT, Policy, Readings, Setting
from yifa.law.workdays import OFFICIAL, Calendar

MAX_BYTES = 20 * 1024 * 1024
"""No petition has a file of this size; a larger one is a mistake."""

LISTS = ("organs", "readings", "acts")
"""What a case file holds."""

SETTING = ("name", "value", "from")
"""What says that a choice is read otherwise."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The organs concerned, the acts, oldest first, and what the office that keeps the file reads otherwise."""

    organs: Organs
    acts: tuple[Act, ...]
    readings: Readings = DEFAULT


@dataclass(frozen=True, slots=True)
class Refused:
    """The first act that the law does not allow, and why."""

    index: int
    act: Act
    refusals: tuple[Refusal, ...]


def read_file(path: Path) -> CaseFile:
    """A case file from disk.  Raises `InputError` naming the place."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputError(str(path), f"打不开文件：{error.strerror}") from None
    if size > MAX_BYTES:
        raise InputError(
            str(path),
            f"文件有{size // 1024 // 1024}MB，超过{MAX_BYTES // 1024 // 1024}MB；一件信访事项的案卷不会这么大",
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputError(str(path), "不是 UTF-8 编码的文本文件") from None
    if not text.strip():
        raise InputError(str(path), '文件是空的；应当是 {"organs": […], "acts": […]}')
    try:
        return read_case(json.loads(text))
    except json.JSONDecodeError as error:
        raise InputError(f"第{error.lineno}行第{error.colno}列", f"不是有效的 JSON：{error.msg}") from None
    except RecursionError:
        raise InputError(str(path), "JSON 嵌套过深") from None
    except ValueError:
        raise InputError(str(path), "有一个数的位数太多") from None


def read_case(content: Any) -> CaseFile:
    """A case file from its JSON value."""
    if not isinstance(content, Mapping) or "acts" not in content:
        raise InputError("acts", '缺少行为清单；案卷文件应当是 {"organs": […], "acts": […]}')
    for name in content:
        if name not in LISTS:
            raise InputError(str(name), f"没有这个字段{near(str(name), LISTS)}")
    for name in LISTS:
        if not isinstance(content.get(name, []), list):
            raise InputError(name, "应当是列表")
    organs = [_organ(one, f"organs[{number}]") for number, one in enumerate(content.get("organs", []))]
    acts = tuple(read_act(one, f"acts[{number}]") for number, one in enumerate(content["acts"]))
    settings = [_setting(one, f"readings[{number}]") for number, one in enumerate(content.get("readings", []))]
    return CaseFile(Organs(organs), acts, Readings(tuple(settings)) if settings else DEFAULT)


def _setting(value: Any, place: str) -> Setting:
    if not isinstance(value, Mapping):
        raise InputError(place, '应当是一个对象，如 {"name": "extensions", "value": 2, "from": "2025-01-01"}')
    for name in value:
        if name not in SETTING:
            raise InputError(
                f"{place}.{name}", f"没有这个字段{near(str(name), SETTING)}；可用字段：{'、'.join(SETTING)}"
            )
    for name in SETTING:
        if name not in value:
            raise InputError(f"{place}.{name}", "缺少这个字段")
    known = [one.name for one in fields(Policy)]
    name = next((switch for switch, choice in CHOICE_OF.items() if choice.name == value["name"]), value["name"])
    if name not in known:
        hint = near(str(name), known)
        raise InputError(f"{place}.name", f"没有可以另定的读法「{name}」{hint}；可以另定的：{'、'.join(known)}")
    since = read(date, value["from"], f"{place}.from")
    try:
        return Setting(name=name, value=value["value"], since=since)
    except ValueError as error:
        raise InputError(f"{place}.value", f"{error}，而不是 {value['value']!r}") from None


def _organ(value: Any, place: str) -> Organ:
    if not isinstance(value, Mapping):
        raise InputError(place, '应当是一个对象，如 {"code": "民政局", "kind": "工作部门"}')
    filled = dict(value)
    if "superior" in filled:
        filled["superiors"] = filled.pop("superior")
    filled.setdefault("code", filled.get("name"))
    filled.setdefault("name", filled["code"])
    organ: Organ = read_object(Organ, filled, place)
    return organ


def judge(case: CaseFile, on: date, calendar: Calendar = OFFICIAL) -> Petition | Refused:
    """The petition after all acts, or the first act refused.  An act dated after `on` is an `InputError`."""
    petition = replay((), case.organs)
    for index, act in enumerate(case.acts):
        if act.on > on:
            raise InputError(f"acts[{index}].on", f"{act.on} 晚于所问之日 {on}；还没有发生的事不能写入案卷")
        if found := tuple(refusals(act, petition, calendar, case.readings)):
            return Refused(index, act, found)
        take(petition, act)
    return petition


def report(petition: Petition, on: date, calendar: Calendar = OFFICIAL, readings: Readings = DEFAULT) -> dict[str, Any]:
    """Everything that follows on a day: stage, claims, clocks, permitted acts, papers owed, duties, breaches; what is read otherwise."""
    set_here = [{"name": one.name, "value": one.value, "from": one.since.isoformat()} for one in readings.settings]
    return {
        "stage": petition.stage.value,
        "claims": [
            {"id": one.id, "track": one.track, "path": one.path, "stage": one.stage.value}
            for one in petition.claims.values()
        ],
        "clocks": [clock_json(clock, on) for clock in clocks(petition, on, calendar, readings)],
        "permitted": permitted(petition, on, None, calendar, readings),
        "owed": [
            {
                "paper": one.paper,
                "claim": one.claim,
                "of": one.of,
                "by": one.by,
                "due": _iso(one.due),
                "provisional": one.provisional,
                "cite": _cite(one.basis),
            }
            for one in owed(petition, on, calendar, readings)
        ],
        "duties": [duty_json(one, on) for one in duties(petition, calendar, readings)],
        "breaches": [
            breach_json(one) | {"made_good": _iso(one.made_good), "mark": "类别后来更正" if one.reclassified else ""}
            for one in breaches(petition, on, calendar, readings)
        ],
        "lifted": [
            breach_json(one.breach) | {"correction": one.number} for one in lifted(petition, calendar, readings)
        ],
    } | ({"readings": set_here} if set_here else {})


def breach_json(breach: Breach) -> dict[str, Any]:
    """A breach: what was broken, by whom under the name of that day, since when."""
    return {
        "what": breach.what,
        "claim": breach.claim,
        "by": breach.by,
        "name": breach.name,
        "cite": _cite(breach.basis),
        "since": breach.since.isoformat(),
    }


def duty_json(duty: Duty, on: date) -> dict[str, Any]:
    """A duty beside the limits of the claims, done or not; `number` is the act of the file that it answers."""
    return {
        "paper": duty.paper,
        "of": duty.of,
        "claim": duty.claim,
        "by": duty.by,
        "since": duty.since.isoformat(),
        "due": _iso(duty.due.day if duty.due else None),
        "provisional": bool(duty.due and duty.due.provisional),
        "met": _iso(duty.met),
        "state": duty.state(on).value,
        "number": duty.number,
        "cite": _cite(duty.basis),
    }


def clock_json(clock: Clock, on: date) -> dict[str, Any]:
    """A clock as it stands on a day."""
    return {
        "limit": clock.limit.id,
        "term": clock.limit.term,
        "claim": clock.claim,
        "organ": clock.organ,
        "owed_by": clock.owed_by,
        "started": clock.started.isoformat(),
        "source": clock.source,
        "nominal": clock.due.nominal.isoformat(),
        "due": clock.due.day.isoformat(),
        "provisional": clock.due.provisional,
        "missing": list(clock.due.missing),
        "state": clock.state(on).value,
        "met": _iso(clock.met),
        "days_left": clock.days_left(on),
        "cite": _cite(clock.basis),
    }


def refused_json(refused: Refused) -> dict[str, Any]:
    """A refused act: its place in the file and every reason."""
    return {
        "refused": {
            "index": refused.index,
            "act": type(refused.act).__name__,
            "reasons": [
                {"reason": one.reason, "cite": _cite(one.basis), "field": written(type(refused.act), one.field)}
                for one in refused.refusals
            ],
        }
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _cite(basis: Citation) -> str:
    return basis.json
