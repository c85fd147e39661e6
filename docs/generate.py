"""Write the pages of the manual that are made from the code: `make docs`; with `--check`, 1 where one is stale."""

import ast
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from enum import EnumType
from inspect import getdoc
from pathlib import Path
from typing import Any

import django
from django.urls import URLResolver, get_resolver

from yifa.exchange.reading import hints_of, written
from yifa.law import terms
from yifa.law.acts import ACTS
from yifa.law.acts.labels import LABELS
from yifa.law.articles import PROVISIONS
from yifa.law.limits import LIMITS
from yifa.law.notices import PAPERS
from yifa.law.policy import CHOICES
from yifa.law.readings import BOUNDS, OURS
from yifa.site.commands.facts import in_words, required_fields

DOCS = Path(__file__).parent
SPEC = DOCS.parent / "tests" / "spec"
MADE = "<!-- Made by `make docs` from the code and the spec tests; do not edit. -->\n\n"


def main() -> int:
    """Write or check every made page."""
    # Two of them speak of the server; models may be imported once Django stands.
    os.environ |= {"DJANGO_SETTINGS_MODULE": "yifa.site.settings", "YIFA_SECRET_KEY": "docs"}
    django.setup()
    pages = {
        "terms.md": terms_page(),
        "acts.md": acts_page(),
        "articles.md": articles_page(),
        "readings.md": readings_page(),
        "permissions.md": permissions_page(),
        "papers.md": papers_page(),
    }
    stale = []
    for name, text in pages.items():
        page = DOCS / name
        if not page.exists() or page.read_text(encoding="utf-8") != MADE + text:
            stale.append(name)
            if "--check" not in sys.argv:
                page.write_text(MADE + text, encoding="utf-8")
    if stale:
        print(("stale: " if "--check" in sys.argv else "written: ") + ", ".join(stale))
    return 1 if stale and "--check" in sys.argv else 0


def enums() -> Iterator[EnumType]:
    """The closed lists of the law."""
    for value in vars(terms).values():
        if isinstance(value, EnumType) and value.__module__ == terms.__name__:
            yield value


def terms_page() -> str:
    """One English word for one Chinese term."""
    lines = ["# 词语 · Terms\n", "## 行为 · Acts\n", "| 中文 | Code |", "|---|---|"]
    lines += [f"| {kind.term} | `{name}` |" for name, kind in ACTS.items()]
    lines += ["", "## 字段 · Fields\n", "| 中文 | Code |", "|---|---|"]
    lines += [f"| {label} | `{name}` |" for name, label in LABELS.items()]
    for one in enums():
        lines += ["", f"## {(one.__doc__ or '').split(chr(10))[0]}\n", "| 中文 | Code |", "|---|---|"]
        lines += [f"| {member.value} | `{one.__name__}.{member.name}` |" for member in one]  # type: ignore[var-annotated]
    return "\n".join(lines) + "\n"


PAPERS_INTRODUCTION = """# 文书 · Papers

A paper is owed by an act (`law/papers.toml`, `law/notices.py`), filled from the record, worded by a template, set by GB/T 9704-2012,
signed and numbered once, and kept as it was sent. 书写：法定事项由案卷自动填入；案卷没有的，制作时由经办人填写；必填事项空着的，不能签发，页面说明缺哪一项、依据哪一条、从哪里补。

## 改文书的文字 · Changing the wording

No developer is needed. 法规科、负责人或者办公室：文书 → 文书模板 → 选一种文书 → 下载模板（.docx）→ 用文字处理软件改 → 交回。

- `{{事项编号}}` stands for a field; which a paper may name is listed below. An unknown one is refused by its name, with the nearest known one.
- What counts is the text and each paragraph's style (公文标题、公文正文、一级标题、二级标题、附件说明、签名栏、表格行). The layout is the standard's and does not change,
  so that the PDF and the .docx have the same pages. Headings are numbered by themselves.
- A paragraph is left out where a field it names is empty; a heading, where nothing is left under it. A template can do nothing else.
- A field the law wants on the paper cannot be worded away: the template is refused, and says which.
- Refused as well: a macro document, an old .doc or one with a password, a broken file, more than 5 MB, more than 30 MB unpacked.
- 恢复标准模板 brings our wording back; every version stays on file. Papers already signed never change.

## 版式和字体 · Layout and typefaces

A4, 版心 156 × 225 mm, 22 lines of 28 characters, 3号仿宋; letters (信函格式) for what goes out, the official form (上行文) for reports, forms for what stays in
the file. `tests/papers/test_layout.py` measures the rendered PDF; `tests/papers/test_word.py` has LibreOffice lay out the .docx and compares the pages.
The .docx names 仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体. The PDF takes licensed files from the data folder's `fonts`, else free look-alikes (`make fonts`),
else the type that comes with Yifa: then the page says so, and the pages stay the same.

## 文号 · Numbers

`示信告〔2026〕12号`: 机关代字, the word of the series, the year of the paper, a serial number without gaps for each organ, series and year. A signing that fails takes none.
"""


def papers_page() -> str:
    """Every paper: to whom, in which form, its fields, who asks for each, where it comes from."""
    from yifa.papers.kinds import format_of, petition_papers, series
    from yifa.papers.source_names import told
    from yifa.papers.words import practice

    lines = [PAPERS_INTRODUCTION]
    for paper in petition_papers():
        number = f"；文号用“{series(paper)}”字" if series(paper) else ""
        lines += [f"## {paper.number} {paper.term}\n", f"主送：{paper.to}；{format_of(paper)}{number}\n"]
        lines += ["| 事项 | 何时必填 | 依据 | 来源 |", "|---|---|---|---|"]
        for field in paper.fields:
            basis = field.basis or practice(field.practice)
            sources = (told(one).removesuffix("（现在没有起算）") for one in field.source)
            lines.append(f"| {field.term} | {field.need} | {basis} | {'；'.join(dict.fromkeys(sources))} |")
        lines.append("")
    return "\n".join(lines)


def acts_page() -> str:
    """Every act: what it is, who does it, its fields."""
    lines = [
        "# 行为 · Acts\n",
        "A case file (`yifa case FILE`) is a list of these; see [case-files.md](case-files.md).\n",
    ]
    for name, kind in ACTS.items():
        lines += [
            f"## {name} · {kind.term}\n",
            f"{getdoc(kind)}\n",
            f"{kind.basis} · 由{kind.mover}办理\n",
        ]
        lines += ["| field | 中文 | type | |", "|---|---|---|---|"]
        required = required_fields(kind)
        lines += [
            f"| `{written(kind, field)}` | {LABELS[field]} | {in_words(hint)} | {'必填' if field in required else ''} |"
            for field, hint in hints_of(kind).items()
        ]
        lines.append("")
    return "\n".join(lines)


def readings_page() -> str:
    """What the Regulation leaves open, and how we read it."""
    lines = [
        "# 我们的读法 · Readings\n",
        "What the Regulation leaves open: one named choice each, with its reason.  An office may set those with a switch otherwise,",
        "from a day on and with its reason (管理 → 读法; of a case file, `readings`): a limit is judged by the reading of the day",
        "it started; none shortens a petitioner's right or gives an organ more time than the Regulation does.\n",
    ]
    for one in CHOICES:
        switch = f"；可以另定（`{one.switch}`，{_values(one.switch)}）" if one.switch else ""
        lines += [
            f"## {one.name}\n",
            f"{one.reading}。\n",
            f"理由：{one.reason}。依据：{one.source}；涉及 {'、'.join(one.keys)}{switch}。\n",
        ]
    return "\n".join(lines)


def _values(switch: str) -> str:
    """What a switch may be set to, and what it is."""
    ours = getattr(OURS, switch)
    bounds = BOUNDS.get(switch)
    return f"{bounds[0]}–{bounds[-1]}，原为 {ours}" if bounds else f"true / false，原为 {str(ours).lower()}"


def articles_page() -> str:
    """Under each provision what the code does by it, and the spec tests that show it."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for name, kind in ACTS.items():
        by_key[kind.basis.key].append(f"行为 `{name}` {kind.term}")
    for limit in LIMITS.values():
        by_key[limit.basis.key].append(
            f"期限 {limit.id} {limit.term} {limit.amount or '指定'}{limit.unit if limit.amount else '日'}"
        )
    for paper in PAPERS.values():
        if paper.basis:
            by_key[paper.basis.key].append(f"文书 {paper.number} {paper.term}")
    for choice in CHOICES:
        for key in choice.keys:
            by_key[key].append(f"读法 {choice.name}")
    shown = {int(found[1]): path for path in SPEC.glob("test_art_*.py") if (found := re.search(r"(\d+)", path.stem))}
    lines = [
        "# 条文 · Articles\n",
        "Our own gist of each provision, not its text; under it what the code does by it.\n",
    ]
    article = 0
    for key, provision in PROVISIONS.items():
        number = int(re.match(r"\d+", key)[0])  # type: ignore[index]
        if number != article:
            article = number
            lines.append(f"\n## 第{number}条\n")
            if number in shown:
                lines += [f"Shown by `tests/spec/{shown[number].name}`: {'; '.join(claims(shown[number]))}\n"]
        lines.append(f"- **{key}** {provision.gist}" + ("" if provision.computed else f"（不计算：{provision.why}）"))
        lines += [f"  - {one}" for one in by_key.get(key, ())]
    return "\n".join(lines) + "\n"


def permissions_page() -> str:
    """Every address and every role: who opens it, and whether of every file or of those that may be seen."""
    from yifa.organs.models import Role
    from yifa.pages.access import Door

    lines = [
        "# 谁能打开什么 · Permissions\n",
        "● 能打开。○ 只对看得到的信访事项：本机关经手的能打开；其他机关的、密封而本人不具名的，回答与不存在的一样（404）；",
        "管理员看不到任何信访事项。空白：请先登录，或者没有权限（403）。\n",
        "`tests/site/test_permissions.py` asks every address as every role and holds the answers against a table kept by hand.\n",
        "| 页面 | 地址 | 任何人 | 信访人 | " + " | ".join(Role) + " |",
        "|---|---|" + "---|" * (2 + len(Role)),
    ]
    for name, route, permission in addresses(get_resolver().url_patterns):
        public, file = permission.door is Door.PUBLIC, permission.door is Door.FILE
        cells = ["●" if public else "", "●" if public or permission.door is Door.PETITIONER else ""]
        for role in Role:
            opens = permission.door is not Door.PETITIONER and role in (permission.roles or Role)
            cells.append("" if not opens or (file and role is Role.OPERATOR) else "○" if file else "●")
        lines.append(f"| {name} | `/{route}` | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def addresses(patterns: list[Any], before: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every address with its name and what its view states."""
    for one in patterns:
        route = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, route)
        else:
            yield one.name, route, one.callback.permission


def claims(path: Path) -> list[str]:
    """The claims a spec file makes: its tests' names in words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        one.name.removeprefix("test_").replace("_", " ")
        for one in tree.body
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    ]


if __name__ == "__main__":
    sys.exit(main())
