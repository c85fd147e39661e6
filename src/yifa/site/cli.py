"""`yifa`, the one command.  Exit status: 0 done, 1 the check found something, 2 wrong use."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from uuid import UUID

from yifa.exchange import InputError

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command."""
    args = parser().parse_args(argv)
    module, name = args.run.split(":")
    if module in {"office", "report", "sweep"}:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yifa.site.settings")
        import_module("django").setup()
    command: Command = getattr(import_module(f"yifa.site.commands.{module}"), name)
    try:
        return command(args)
    except InputError as error:
        print(f"输入有误：{error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="yifa", description="依法：信访工作全过程。退出码：0 完成，1 检查发现问题，2 用法或输入有误。"
    )
    commands = top.add_subparsers(required=True, metavar="命令")

    def command(name: str, run: str, about: str, *, as_json: bool = True) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about)
        added.set_defaults(run=run)
        if as_json:
            added.add_argument("--json", action="store_true", help="输出 JSON")
        return added

    serve = command("serve", "office:serve", "建库并在本机启动服务", as_json=False)
    serve.add_argument("--port", type=int, default=8000, help="端口，默认 8000")
    serve.add_argument("--workers", type=int, default=1, help="进程数，默认 1")
    serve.add_argument("--demo-if-empty", action="store_true", help="库中没有数据时载入示范旗")

    demo = command("demo", "office:demo", "载入示范旗：一个旗一年的合成数据")
    demo.add_argument("--seed", type=int, default=2025, help="随机数种子")

    command("acts", "facts:acts", "列出全部行为：字段、类型、名称、条款")

    case = command("case", "facts:case", "判断一份案卷文件：阶段、时限、可办行为、应办文书、违规")
    case.add_argument("file", help='案卷文件（JSON：{"organs": […], "acts": […]}）')
    case.add_argument("--on", help="所问之日，默认今天")
    case.add_argument("--notice", help="另加的节假日年历文件")

    due = command("due", "due:due_day", "从某日起算一个期限的末日")
    due.add_argument("date", nargs="?", help="起算事件之日，如 2025-08-04")
    due.add_argument("limit", nargs="?", help="T01—T11，或者 15日、5工作日、60+30日、6月、1年")
    due.add_argument("--batch", metavar="FILE.csv", help="一次算多行：day0,period,unit")
    due.add_argument("--notice", help="另加的节假日年历文件")

    statistics = command("statistics", "office:statistics", "一年的全部指标：分子、分母、数值")
    statistics.add_argument("--year", type=int, required=True)
    statistics.add_argument("--home", default="", help="信访部门代码，默认库中第一个")
    statistics.add_argument("--rows", metavar="NAME", help="列出某一指标所依据的行")

    reported = command("report", "report:report", "编制年度报告：法治政府建设年度报告，或者信访情况年度报告")
    reported.add_argument("kind", choices=["rule-of-law", "annual"], help="rule-of-law 法治政府建设；annual 信访情况")
    reported.add_argument("--year", type=int, required=True)
    reported.add_argument("--home", default="", help="信访部门代码，默认库中第一个")
    reported.add_argument("-o", "--output", metavar="FILE", help="写入文件：.docx、.pdf、.md 或 .json；不给则打印")

    imported = command("import", "office:import_file", "导入全国信访系统导出的19列表格（xlsx）")
    imported.add_argument("file")
    imported.add_argument("--home", default="", help="信访部门代码，默认库中第一个")
    imported.add_argument("--check", action="store_true", help="只检查，不写入")

    job = command("job", "office:job", "做一个等待中的导出任务（由页面启动）", as_json=False)
    job.add_argument("id", type=UUID, metavar="ID", help="任务编号")

    checked = command(
        "check-report", "check:check_report", "核对一份报告：合计、占比、比率、增减、日期、必备内容、编辑残留"
    )
    checked.add_argument("file", help="报告（.txt、.md、.docx、.pdf）")
    checked.add_argument("--against-record", type=int, metavar="YEAR", help="另与本单位案卷该年度的数字核对")
    checked.add_argument("--home", default="", help="信访部门代码，默认库中第一个")

    command("sweep", "sweep:sweep", "清理过期的草稿、没有交上来的文件和导出的表格（yifa serve 每天自己做一次）")
    command("rebuild", "office:rebuild_all", "由行为记录重算全部派生数据")
    command("verify", "office:verify_all", "证明行为记录与派生数据一致、编号连续、记录未被改动")
    return top


if __name__ == "__main__":
    sys.exit(main())
