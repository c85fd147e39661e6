"""`yifa serve`, `demo`, `statistics`, `import`, `job`, `rebuild`, `verify`: what needs the office's own record."""

import socket
import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from yifa.desk.jobs.work import run
from yifa.exchange import InputError
from yifa.exchange.national import import_sheet, read_sheet
from yifa.law.articles import cite
from yifa.law.terms import OrganKind
from yifa.organs.models import OrganRecord
from yifa.organs.profile import OfficeProfile, missing
from yifa.portal.office import office as portal_office
from yifa.records.models import PetitionRecord
from yifa.records.rebuild import Difference, rebuild, verify
from yifa.site import demo as demonstration
from yifa.site.commands.told import print_json
from yifa.statistics import compute, rows

THREADS = 4
"""Of each process.  Each keeps a connection to the database: without a bound a busy hour would use up PostgreSQL's."""


def progress(done: int, total: int, what: str) -> None:
    """Tell how far a long job has come: one line that is written over on a screen, a few lines in a log."""
    line = f"{what} {done}/{total}"
    if sys.stderr.isatty():
        print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)
    elif done == total or done % max(total // 10, 1) == 0:
        print(line, file=sys.stderr, flush=True)


def migrate() -> None:
    """Bring the database to this release."""
    call_command("migrate", verbosity=0)


def serve(args: Namespace) -> int:
    """Migrate, load the demonstration on first start if asked, serve on loopback."""
    from granian import Granian
    from granian.constants import Interfaces

    from yifa.site.commands import sweep

    _ask_for(args.port)
    migrate()
    if args.demo_if_empty and (demonstration.unfinished() or not PetitionRecord.objects.exists()):
        print("首次启动：载入示范旗（约一分钟）……", file=sys.stderr)
        _load_demo(2025)
    print(f"依法 已启动：http://127.0.0.1:{args.port}/")
    for account in demonstration.accounts():
        print(f"  演示账号 {account.username}  密码 {account.password}  {account.about}")
    _tell_unpublished()
    sys.stdout.flush()
    sweep.from_now_on()
    server = Granian(
        "yifa.site.wsgi:application",
        address="127.0.0.1",
        port=args.port,
        interface=Interfaces.WSGI,
        workers=args.workers,
        blocking_threads=THREADS,
        log_enabled=False,
    )
    server.serve()
    return 0


def _ask_for(port: int) -> None:
    """Refuse a port somebody else serves on: our processes share theirs, and would share it with that one unnoticed."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise InputError("--port", f"端口{port}已经有程序在用；请先停掉它，或者用--port换一个") from None


def _tell_unpublished() -> None:
    """What the office has still to make known before it goes live (Art. 18¶1)."""
    here = portal_office()
    if here and (lacking := missing(OfficeProfile.objects.filter(organ=here.organ.code).first())):
        print(f"  {here.organ.name}尚未公布：{'、'.join(lacking)}（{cite('18.1')}）；上线前请管理员在工作台填写")


def demo(args: Namespace) -> int:
    """Load the demonstration banner; what was loaded before is gone on with."""
    migrate()
    loaded = _load_demo(args.seed)
    if args.json:
        print_json({"petitions": loaded.petitions, "acts": loaded.acts})
    else:
        print(f"示范旗已载入：{loaded.petitions}件信访事项，{loaded.acts}项行为")
    return 0


def _load_demo(seed: int) -> "demonstration.Loaded":
    return demonstration.load(seed=seed, today=timezone.localdate(), progress=progress)


def home_of(code: str) -> str:
    """The petition office a command speaks of: the one named, or the only one that keeps files."""
    offices = OrganRecord.objects.filter(kind=OrganKind.PETITION_OFFICE)
    if code:
        if not offices.filter(code=code).exists():
            raise InputError("--home", f"没有代码为「{code}」的信访部门")
        return code
    keeping = (
        PetitionRecord.objects.filter(home__in=offices.values("code")).order_by("pk").values_list("home", flat=True)
    )
    found = keeping.first() or offices.order_by("code").values_list("code", flat=True).first()
    if not found:
        raise InputError("", "库中还没有信访部门；请先登记机关，或者运行 yifa demo")
    return found


def statistics(args: Namespace) -> int:
    """All indicators of a year, or the rows behind one."""
    migrate()
    home = home_of(args.home)
    if args.rows:
        found = rows(args.rows, home, args.year)
        if found is None:
            raise InputError("--rows", f"没有「{args.rows}」这个指标")
        print_json(found) if args.json else _print_lines(" ".join(str(cell) for cell in row.values()) for row in found)
        return 0
    results = compute(home, args.year)
    if args.json:
        print_json({"year": args.year, "home": home, "indicators": [one.json for one in results]})
        return 0
    for one in results:
        fraction = f"  {one.n}/{one.d}" if one.d is not None else ""
        change = "" if one.change is None else f"  同比{one.change:+}"
        print(f"{one.term}：{one.value if one.value is not None else '—'}{one.unit}{fraction}{change}")
    return 0


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def import_file(args: Namespace) -> int:
    """Import the national export: every row or none; errors are listed row by row."""
    migrate()
    sheet = read_sheet(Path(args.file), home_of(args.home), timezone.localdate())
    if sheet.errors:
        listed = [{"row": one.number, "column": one.column, "message": one.message} for one in sheet.errors]
        if args.json:
            print_json({"imported": 0, "rows": len(sheet.rows), "errors": listed})
        else:
            print(f"有{len(sheet.errors)}处错误，没有导入任何一行：")
            _print_lines(f"  第{one.number}行 {one.column}：{one.message}" for one in sheet.errors)
        return 1
    new = 0 if args.check else import_sheet(sheet)
    if args.json:
        print_json({"imported": new, "rows": len(sheet.rows), "errors": []})
    else:
        print(f"{len(sheet.rows)}行都正确" + ("" if args.check else f"，新登记{new}件，其余此前已经导入"))
    return 0


def job(args: Namespace) -> int:
    """Make the table that a job asks for; 1 if it is in other hands or cannot be made."""
    return 0 if run(args.id) else 1


def rebuild_all(args: Namespace) -> int:
    """Recompute every projection; says what was different."""
    migrate()
    return _tell(args, list(rebuild()), "派生数据已由行为记录重算", "与行为记录不符，已改正")


def verify_all(args: Namespace) -> int:
    """Prove that record and projections agree; 1 if they do not."""
    migrate()
    found = list(verify())
    _tell(args, found, "行为记录完整，派生数据一致，编号连续", "不符")
    return 1 if found else 0


def _tell(args: Namespace, found: list[Difference], sound: str, wrong: str) -> int:
    count = PetitionRecord.objects.count()
    if args.json:
        differences = [{"number": one.number, "what": one.what} for one in found]
        print_json({"petitions": count, "differences": differences})
    else:
        print(f"{count}件信访事项：{f'{len(found)}处{wrong}' if found else sound}")
        _print_lines(f"  {one.number} {one.what}" for one in found)
    return 0
