"""`yifa report`: a yearly report from the record, as a file or on the screen."""

import sys
from argparse import Namespace
from pathlib import Path

from yifa.exchange import InputError
from yifa.papers.fonts import found
from yifa.site.commands.office import home_of, migrate
from yifa.site.commands.told import print_json, today
from yifa.yearbook.kinds import FIRST_YEAR, Kind
from yifa.yearbook.printing import FORMATS, document, markdown, told
from yifa.yearbook.report import make


def report(args: Namespace) -> int:
    """Make the report; what it still lacks is told, and it is made all the same."""
    form = Path(args.output).suffix.lower().removeprefix(".") if args.output else ""
    if args.output and form not in FORMATS:
        raise InputError("-o", f"「{args.output}」应当以{'、'.join(f'.{one}' for one in FORMATS)}结尾")
    if not FIRST_YEAR <= args.year <= today().year:
        raise InputError("--year", f"年度应当在{FIRST_YEAR}年以后、今年以前（含今年）")
    migrate()
    made = make(Kind(args.kind), home_of(args.home), args.year)
    if form:
        try:
            Path(args.output).write_bytes(FORMATS[form](made))
        except OSError as error:
            raise InputError(args.output, f"写不进去：{error.strerror}") from None
    if args.json:
        print_json(told(made))
    elif form:
        print(f"{made.title}：{len(list(made.refs()))}个数字，已写入 {args.output}")
    else:
        print(markdown(made))
    if form == "pdf" and (warning := found().warning(document(made).text)):
        print(warning, file=sys.stderr)
    for one in made.lacking:
        print(f"尚缺：{one}", file=sys.stderr)
    return 0
