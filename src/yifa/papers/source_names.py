"""What the names of sources mean: the kind of each, and what would supply it, for a message."""

from yifa.law.acts import ACTS
from yifa.law.acts.labels import LABELS
from yifa.law.limits import LIMITS
from yifa.papers.words import paper


def root_of(name: str) -> tuple[str, str]:
    """The kind of a source, and what of it."""
    root, _, rest = name.replace(":", ".").partition(".")
    return root, rest


def told(name: str) -> str:
    """What would supply a source, in words fit for a message."""
    root, rest = root_of(name)
    match root:
        case "act":
            return f"本行为的「{LABELS.get(rest, rest)}」"
        case "clock" | "before" | "limit":
            return f"「{LIMITS[rest].term}」的期限（现在没有起算）"
        case "paper":
            return f"此前制发的{paper(rest)}的文号和日期"
        case "served":
            return f"{paper(rest)}的送达登记"
        case _:
            return _TOLD.get(root) or f"「{ACTS[root].term}」行为的「{LABELS.get(rest, rest)}」"


_TOLD = {
    "petition": "案卷",
    "receipt": "来件登记",
    "claim": "诉求登记",
    "handling": "办理记录",
    "final": "复核记录",
    "path": "诉求的法定途径（先分类并选定途径）",
    "organ": "机关名录",
    "record": "系统编号",
    "attachments": "案卷附件",
    "sign": "签发",
    "office": "本机关的制文设置",
    "text": "模板文字",
    "form": "制作文书时填写",
}
