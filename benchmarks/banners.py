"""机关 — the organs of an invented city: as many banners as asked for, each with its office, departments and towns."""

from dataclasses import dataclass
from functools import cache

from yifa.law.organs import Organ
from yifa.law.terms import Level, OrganKind

DEPARTMENTS = {
    "RSJ": "人力资源和社会保障局",
    "ZRJ": "自然资源局",
    "ZJJ": "住房和城乡建设局",
    "NMJ": "农牧局",
    "SLJ": "水利局",
    "LCJ": "林业和草原局",
    "JYJ": "教育局",
    "WJW": "卫生健康委员会",
    "MZJ": "民政局",
    "YBJ": "医疗保障局",
    "SCJ": "市场监督管理局",
    "JTJ": "交通运输局",
    "CGJ": "城市管理综合执法局",
    "STJ": "生态环境局",
}
TWOFOLD = ("RSJ", "ZRJ", "STJ")
"""Under the city's department as well as the banner's government: either may review."""
TOWNS = ("河口镇", "东升镇", "杨柳镇", "石桥镇", "双井镇", "沙窝镇", "红柳镇", "新渠镇", "北山镇", "丰收农场")
NAMES = ("云川", "乌河", "平滩", "青石", "月湖", "林东", "胡杨", "塔前", "金沟", "远山", "白音", "查干")

Kind = OrganKind


@dataclass(frozen=True, slots=True)
class Banner:
    """旗 — one county: the codes of its organs are made of its own."""

    number: int

    @property
    def name(self) -> str:
        """What it is called."""
        round_ = self.number // len(NAMES)
        return f"{NAMES[self.number % len(NAMES)]}{'' if not round_ else '甲乙丙丁戊己庚辛壬癸'[round_ - 1]}旗"

    def code(self, organ: str) -> str:
        """The code of one of its organs."""
        return f"Q{self.number:02d}-{organ}"

    @property
    def office(self) -> str:
        """Its petition office, where nearly all its petitions are registered."""
        return self.code("XFJ")

    def town(self, place: int) -> str:
        """One of its towns."""
        return self.code(f"Z{place}")

    def leader(self, organ: str) -> str:
        """Who leads an organ: an accusation of this person bars the organ."""
        return f"{self.name[0]}{organ}长"

    def organs(self) -> list[Organ]:
        """Everything that is in it."""
        government, committee = self.code("ZF"), self.code("DW")
        return [
            self._organ("DW", "委", Kind.COMMITTEE, "S-DW"),
            self._organ("ZF", "人民政府", Kind.GOVERNMENT, "S-ZF"),
            self._organ("XFJ", "信访局", Kind.PETITION_OFFICE, government),
            self._organ("LX", "信访工作联席会议", Kind.JOINT_CONFERENCE, government),
            self._organ("FY", "人民法院", Kind.JUSTICE, "S-FY"),
            self._organ("GAJ", "公安局", Kind.JUSTICE, government),
            self._organ("JW", "纪委监委", Kind.DISCIPLINE, "S-JW"),
            self._organ("ZZB", "委组织部", Kind.PERSONNEL, committee),
            *(
                self._organ(code, name, Kind.DEPARTMENT, government, *([f"S-{code}"] if code in TWOFOLD else []))
                for code, name in DEPARTMENTS.items()
            ),
            *(self._station(code, f"{name}服务中心") for code, name in DEPARTMENTS.items()),
            *(
                Organ(
                    code=self.town(place),
                    name=f"{self.name}{name}",
                    kind=Kind.TOWN,
                    level=Level.TOWN,
                    superiors=(government,),
                    leaders=(self.leader(f"Z{place}"),),
                )
                for place, name in enumerate(TOWNS)
            ),
        ]

    def _organ(self, code: str, name: str, kind: OrganKind, *above: str) -> Organ:
        return Organ(
            code=self.code(code),
            name=f"{self.name}{name}",
            kind=kind,
            level=Level.COUNTY,
            superiors=above,
            leaders=(self.leader(code),) if kind is Kind.DEPARTMENT else (),
        )

    def _station(self, code: str, name: str) -> Organ:
        """What a department may pass a petition on to."""
        return Organ(
            code=self.code(f"{code}-ZX"),
            name=f"{self.name}{name}",
            kind=Kind.OTHER,
            level=Level.TOWN,
            superiors=(self.code(code),),
        )


@cache
def banner(number: int) -> Banner:
    """One banner."""
    return Banner(number)


def organs(banners: int) -> list[Organ]:
    """The city and its banners, superiors first."""
    city = Level.CITY
    return [
        Organ(code="S-DW", name="市委", kind=Kind.COMMITTEE, level=city),
        Organ(code="S-ZF", name="市人民政府", kind=Kind.GOVERNMENT, level=city),
        Organ(code="S-XFJ", name="市信访局", kind=Kind.PETITION_OFFICE, level=city, superiors=("S-ZF",)),
        Organ(code="S-FY", name="市中级人民法院", kind=Kind.JUSTICE, level=city),
        Organ(code="S-JW", name="市纪委监委", kind=Kind.DISCIPLINE, level=city),
        *(Organ(code=f"S-{one}", name=f"市{DEPARTMENTS[one]}", level=city, superiors=("S-ZF",)) for one in TWOFOLD),
        *(organ for number in range(banners) for organ in banner(number).organs()),
    ]
