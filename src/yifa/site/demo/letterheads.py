"""示范旗各机关的制文设置 — 机关代字 and a telephone for every organ that signs papers; all invented."""

from yifa.organs.profile import OfficeProfile
from yifa.papers.models import Letterhead
from yifa.site.demo.organs import COMMITTEE, CONFERENCE, COURT, DISCIPLINE, GOVERNMENT, OFFICE, ORGANS, PERSONNEL, TOWNS

WORDS = {
    OFFICE: "示信",
    COMMITTEE: "示党",
    GOVERNMENT: "示政",
    CONFERENCE: "示联",
    DISCIPLINE: "示纪",
    PERSONNEL: "示组",
    COURT: "示法",
    "SF-JCY": "示检",
    "SF-GAJ": "示公",
    "SF-STJ": "示环",
    "SF-RSJ": "示人社",
    "SF-ZRJ": "示自然资",
    "SF-ZJJ": "示建",
    "SF-NMJ": "示农牧",
    "SF-SLJ": "示水",
    "SF-LCJ": "示林草",
    "SF-JYJ": "示教",
    "SF-WJW": "示卫健",
    "SF-MZJ": "示民",
    "SF-YBJ": "示医保",
    "SF-SCJ": "示市监",
    "SF-JTJ": "示交",
    "SF-ZGJ": "示城管",
    "SF-TYJR": "示退役",
    "SF-SFJ": "示司",
    "SM-ZF": "示市政",
    "SM-XFJ": "示市信",
    "SM-RSJ": "示市人社",
    "SM-ZRJ": "示市自然资",
    "SQ-ZF": "示区政",
} | {code: f"示{name[:2]}" for code, name in TOWNS.items()}

QUERY = "凭编号和查询码，可以在本网站查询办理情况，办结后可以作出评价；也可以打电话询问。"


def enter() -> None:
    """Set them, unless an organ has set its own."""
    Letterhead.objects.bulk_create(
        (Letterhead(organ=code, code_word=word) for code, word in WORDS.items()), ignore_conflicts=True
    )
    OfficeProfile.objects.bulk_create(
        (
            OfficeProfile(
                organ_id=organ.code,
                phone=f"0000-{number:07}",
                address=f"示范旗示范镇和谐路{number}号",
                query=QUERY,
            )
            for number, organ in enumerate(ORGANS, start=100)
            if organ.code in WORDS and organ.code != OFFICE
        ),
        ignore_conflicts=True,
    )
