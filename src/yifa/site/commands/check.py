"""`yifa check-report`: the arithmetic of any report, its dates, parts and leftovers.  Needs a database only for the record."""

import os
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from yifa.exchange import InputError
from yifa.site.commands.told import print_json
from yifa.yearbook.checking import Checked, Kind, check
from yifa.yearbook.checking.engine import Against
from yifa.yearbook.checking.reading import read


def check_report(args: Namespace) -> int:
    """What a text claims, verified; 1 where something was found."""
    against = _record(args.against_record, args.home) if args.against_record else None
    found = check(_text(Path(args.file)), against)
    if args.json:
        print_json(found.json)
    else:
        _tell(found)
    return 1 if found.findings else 0


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return read(file, str(path), path.stat().st_size)
    except FileNotFoundError:
        raise InputError(str(path), "没有这个文件") from None
    except IsADirectoryError:
        raise InputError(str(path), "这是文件夹；请给出报告文件") from None
    except OSError as error:
        raise InputError(str(path), f"打不开：{error.strerror}") from None


def _record(year: int, home: str) -> Against:
    """The office's own figures of the year."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
    import_module("django").setup()
    office = import_module("yifa.site.commands.office")
    record = import_module("yifa.yearbook.checking.record")
    office.migrate()
    results = import_module("yifa.statistics").compute(office.home_of(home), year)
    return lambda document: record.claims(document, results, year)


def _tell(found: Checked) -> None:
    right = sum(one.ok for one in found.claims)
    print(
        f"核对了{len(found.claims)}处数字关系，{right}处成立；{len(found.findings)}处要看一看"
        if found.findings
        else f"核对了{len(found.claims)}处数字关系，都成立；没有发现问题"
    )
    for one in found.findings:
        line = found.text.count("\n", 0, one.start) + 1
        quoted = " ".join(found.text[one.start : one.end].split())
        print(f"\n第{line}行 {one.kind.term}（把握：{one.sure}）「{quoted}」\n  {one.message}")
    if not found.claims:
        print(
            f"没有找到可以核对的数字关系（{Kind.SUM.term}、{Kind.SHARE.term}、{Kind.CHANGE.term}等）", file=sys.stderr
        )
