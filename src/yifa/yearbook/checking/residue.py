"""编辑残留 — what editing left behind: marks of the word processor, doubled punctuation, unfinished paragraphs, copied names."""

import re
from collections import Counter
from collections.abc import Iterator

from yifa.yearbook.checking.claims import Finding, Kind, Sure
from yifa.yearbook.checking.document import Document
from yifa.yearbook.checking.parts import title_of
from yifa.yearbook.checking.tokens import Token

PROCESSOR = re.compile(
    r"\[bookmark:[^\]\n]*\]|(?:错误|Error)\s*[!！]\s*(?:未找到引用源|未定义书签|Reference source not found|Bookmark not defined)[。.]?"
    r"|\{\{[^}\n]*\}\}|\{%[^}\n]*%\}|\{\s*(?:MERGEFIELD|PAGEREF|HYPERLINK|TOC)\b[^}\n]*\}|_GoBack|_Toc\d+|TODO|FIXME"
    r"|[（(【]\s*(?:此处|待)(?:填写|补充|插入|核实|定)[^）)】\n]{0,12}[）)】]"
)
DOUBLED = re.compile(
    r"，{2,}|。{2}(?!。)|；{2,}|、{2,}|：{2,}|[，、；：][。；！？]|。[，、；：]|[，；：]、|、[，；：]|，[；：]|；，"
)
COMMA = re.compile(r"[，、]\s*$")
HEADING = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、）]|（\d+）|第[一二三四五六七八九十]+[章节条部])|^\[bookmark"
)
LEVELS = "旗县区"
PLACE = re.compile(rf"全(?P<level>[{LEVELS}])(?!域|间|块|位|划|别|段|县|区|旗)")
RANKED = re.compile(r"^(?:排名|排第|前列|前茅|第[一二三四五六七八九十\d]|平均|领先|首[个位批])")
OFTEN = 3


def findings(document: Document) -> Iterator[Finding]:
    """Every leftover."""
    for found in PROCESSOR.finditer(document.text):
        yield Finding(Kind.RESIDUE, found.start(), found.end(), "排版或者模板留下的标记，正式文本中应当删去")
    for found in DOUBLED.finditer(document.plain):
        yield Finding(Kind.RESIDUE, found.start(), found.end(), f"标点重复或者相连：「{found[0]}」")
    yield from _unfinished(document)
    yield from _copied(document)
    yield from _signs(document)


def _unfinished(document: Document) -> Iterator[Finding]:
    """A paragraph that ends in a comma, where a heading, a gap or the end of the text follows."""
    place = 0
    lines = document.plain.split("\n")
    for number, line in enumerate(lines):
        found = COMMA.search(line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if found and len(line.strip()) > 1 and "|" not in line and (not following.strip() or HEADING.match(following)):
            start = place + found.start()
            yield Finding(Kind.RESIDUE, start, start + 1, f"段落以「{found[0].strip()}」结尾，句子没有写完")
        place += len(line) + 1


def _copied(document: Document) -> Iterator[Finding]:
    """全区 in the report of a 旗: the level of another place, left from the text that was copied."""
    places = list(PLACE.finditer(document.plain))
    often = Counter(one["level"] for one in places)
    named = re.search(rf"[\u4e00-\u9fff](?P<level>[{LEVELS}])(?!\w*大队)", title_of(document))
    own = named["level"] if named else (often.most_common(1)[0][0] if often else "")
    if often[own] < (1 if named else OFTEN):
        return
    for one in places:
        rare = often[one["level"]] * (2 if named else OFTEN) <= often[own]
        if one["level"] != own and rare and not RANKED.match(document.plain[one.end() :]):
            message = f"其他各处写「全{own}」，这里写「{one[0]}」，可能是照抄别处文稿"
            yield Finding(Kind.RESIDUE, one.start(), one.end(), message, Sure.MIDDLE)


def _signs(document: Document) -> Iterator[Finding]:
    """Percentages without their sign, told once."""
    bare = [one for sentence in document.sentences for one in sentence.tokens if one.bare and _change(one)]
    if bare:
        more = f"，全文共{len(bare)}处" if len(bare) > 1 else ""
        message = f"「{bare[0].printed}」前后像是漏写了百分号{more}"
        yield Finding(Kind.RESIDUE, bare[0].start, bare[0].end, message, Sure.MIDDLE)


def _change(token: Token) -> bool:
    return bool(re.search(r"[降升长少加了]$|占[^，；。]*的?$|率[为达]?$", token.lead))
