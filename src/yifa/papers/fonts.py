"""字体 — the standard's faces for the PDF: the office's own licensed ones, else free look-alikes, else any Chinese type.

Chinese type of every design is one square wide and lines have a set height, so that another face changes the look and
not the page; what is missing is said all the same.
"""

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import category

import pylopdf_fonts_cjk
import pylopdf_fonts_zh_cn
from django.conf import settings
from typst import Fonts

from yifa.papers.glyphs import characters
from yifa.papers.layout import Face

OWN = "fonts"
"""The folder in the office's data folder for font files it is licensed to use."""

FETCHED = Path(sys.prefix) / "share" / "yifa" / "fonts"
"""Where `make fonts` puts the free look-alikes."""

TEXLIVE = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
"""Where Debian's texlive-lang-chinese has them, if it is installed."""

FACES: dict[Face, tuple[str, ...]] = {
    Face.FANGSONG: ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "FandolFang R"),
    Face.KAI: ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "FandolKai"),
    Face.HEI: ("SimHei", "黑体", "FandolHei"),
    Face.TITLE: ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "FandolSong"),
    Face.SONG: ("SimSun", "宋体", "FandolSong"),
}
"""For each face, what may set it, best first."""

_SERIF = ("Noto Serif SC", "Noto Serif JP")
BEHIND = dict.fromkeys(Face, _SERIF) | {Face.HEI: ("Noto Sans SC", *_SERIF)}
"""Behind each of them: these come with Yifa and have the rare characters of names, the second some the first lacks."""

HOW = "运行 make fonts（需要网络），或者把有授权的字体文件放进数据目录的 fonts 文件夹"


@dataclass(frozen=True, slots=True)
class Found:
    """现有字体 — which families set each face, and which faces have no like among them."""

    folders: tuple[str, ...]
    families: dict[str, tuple[str, ...]]
    missing: tuple[Face, ...]
    drawn: frozenset[str]
    """Every character that one of the typefaces draws."""

    def warning(self, text: str) -> str:
        """What to say beside a PDF of this text; empty where every face has its like and every character is drawn."""
        said = []
        if self.missing:
            said.append(f"缺少{'、'.join(self.missing)}的同类字体，PDF以宋体、黑体代替，版面尺寸不变；{HOW}")
        if absent := sorted(one for one in set(text) - self.drawn if one.isprintable() or category(one) == "Co"):
            said.append(
                f"现有字体没有「{''.join(absent)}」，PDF上显示为方框；把含有这些字的字体文件放进数据目录的 fonts 文件夹"
            )
        return "。".join(said)


def found() -> Found:
    """现有字体 — what can be used now; looked for anew when a folder changes."""
    folders = [Path(settings.HOME) / OWN, FETCHED, TEXLIVE]
    return _found(tuple((str(folder), folder.stat().st_mtime_ns) for folder in folders if folder.is_dir()))


@cache
def _found(stamped: tuple[tuple[str, int], ...]) -> Found:
    ours = (pylopdf_fonts_zh_cn.serif_path().parent, pylopdf_fonts_cjk.serif_path().parent)
    folders = (*(folder for folder, _ in stamped), *map(str, ours))
    here = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
    known = set(here.families())
    like = {face: tuple(name for name in names if name in known) for face, names in FACES.items()}
    families = {face.name.lower(): (*names, *BEHIND[face]) for face, names in like.items()}
    used = {name for names in families.values() for name in names}
    files = {one.path for one in here.fonts() if one.family in used and one.path}
    drawn = frozenset().union(*(characters(Path(file)) for file in files))
    return Found(folders, families, tuple(face for face, names in like.items() if not names), drawn)
