"""计量单位 — what is counted in, and which units may be added to one another."""

import re

UNITS = [
    "件（人）次",
    "人（件）次",
    "件（次）",
    "人（次）",
    "批（次）",
    "件·次",
    "件人次",
    "件次",
    "批次",
    "人次",
    "件",
    "批",
    "起",
    "宗",
    "条",
    "封",
    "例",
    "个",
    "次",
    "通",
    "项",
    "份",
    "户",
    "家",
    "名",
    "人",
    "场",
    "期",
    "部",
    "篇",
    "处",
    "所",
    "台",
    "套",
    "单",
    "笔",
    "票",
    "册",
    "张",
    "辆",
    "亩",
    "公顷",
    "吨",
    "公里",
    "平方米",
    "元",
    "美元",
    "港元",
    "欧元",
    "分钟",
    "小时",
    "天",
    "秒",
]
UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
FAMILIES = {
    unit: family
    for family, units in {
        "件": "件 件次 件（次） 件·次 个 起 宗 条 封 例 次 通 项 单 笔 票 份",
        "批": "批 批次 批（次）",
        "人次": "人次 人（次）",
        "人": "人 名",
        "时间": "分钟 小时 天 秒",
        "混合": "件（人）次 人（件）次 件人次",
    }.items()
    for unit in units.split()
}
"""件 and 件次 are of one kind; 批, 人次 and 件 are kept apart; 件（人）次 may be either."""
SCALES = {"万": 10_000, "亿": 100_000_000}
