"""示范旗的机关和人员 — every organ and every account of the demonstration; all names invented, all codes stable."""

from dataclasses import dataclass

from yifa.law.acts import Act
from yifa.law.organs import Organ, Organs
from yifa.law.terms import Level, OrganKind
from yifa.organs.roles import ROLES_FOR_ACT, Role
from yifa.site.demo.people import chance, person_name

BANNER, CITY = "示范旗", "示范市"

OFFICE = "SF-XFJ"
COMMITTEE, GOVERNMENT, CONFERENCE = "SF-DW", "SF-ZF", "SF-LX"
DISCIPLINE, PERSONNEL = "SF-JW", "SF-ZZB"
COURT, PROCURATORATE, POLICE = "SF-FY", "SF-JCY", "SF-GAJ"
CITY_OFFICE, CITY_GOVERNMENT = "SM-XFJ", "SM-ZF"
POWER_COMPANY = "SF-GDGS"
MACHINERY, AGRICULTURE = "SF-NJJ", "SF-NMJ"
"""The first was merged into the second on `MERGED`."""
MERGED = (2025, 3, 3)

TOWNS = {
    "SF-Z1": "青禾镇",
    "SF-Z2": "长渠镇",
    "SF-Z3": "麦垄镇",
    "SF-Z4": "柳岸镇",
    "SF-Z5": "白泉滩镇",
    "SF-Z6": "新苇镇",
    "SF-Z7": "榆坡镇",
    "SF-Z8": "晴沙镇",
    "SF-Z9": "北原镇",
    "SF-NC": "金穗农场",
}
"""Nine towns and a farm; a town's name is also the place a petition is about."""

DEPARTMENTS = {
    "SF-RSJ": "人力资源和社会保障局",
    "SF-ZRJ": "自然资源局",
    "SF-ZJJ": "住房和城乡建设局",
    AGRICULTURE: "农牧局",
    MACHINERY: "农牧业机械服务中心",
    "SF-SLJ": "水利局",
    "SF-LCJ": "林业和草原局",
    "SF-JYJ": "教育局",
    "SF-WJW": "卫生健康委员会",
    "SF-MZJ": "民政局",
    "SF-YBJ": "医疗保障局",
    "SF-SCJ": "市场监督管理局",
    "SF-JTJ": "交通运输局",
    "SF-ZGJ": "城市管理综合执法局",
    "SF-TYJR": "退役军人事务局",
    "SF-SFJ": "司法局",
}
CITY_ABOVE = {"SF-RSJ": "SM-RSJ", "SF-ZRJ": "SM-ZRJ"}
"""Departments under dual leadership: either superior may review."""


def _organ(code: str, name: str, kind: OrganKind, level: Level, *superiors: str) -> Organ:
    leader = () if level is not Level.COUNTY and level is not Level.TOWN else (head_of(code),)
    return Organ(code=code, name=name, kind=kind, level=level, superiors=superiors, leaders=leader)


def head_of(code: str) -> str:
    """The head of an organ, by name."""
    return person_name(chance("head", code))


def _all() -> tuple[Organ, ...]:
    kind, level = OrganKind, Level
    region, city, county = level.REGION, level.CITY, level.COUNTY
    return (
        _organ("SQ-ZF", "示范自治区人民政府", kind.GOVERNMENT, region),
        _organ("SQ-XFJ", "示范自治区信访局", kind.PETITION_OFFICE, region, "SQ-ZF"),
        _organ("SM-DW", "中共示范市委员会", kind.COMMITTEE, city),
        _organ(CITY_GOVERNMENT, "示范市人民政府", kind.GOVERNMENT, city, "SQ-ZF"),
        _organ(CITY_OFFICE, "示范市信访局", kind.PETITION_OFFICE, city, "SM-DW", CITY_GOVERNMENT),
        _organ("SM-JW", "示范市纪委监委", kind.DISCIPLINE, city, "SM-DW"),
        _organ("SM-FY", "示范市中级人民法院", kind.JUSTICE, city),
        _organ("SM-JCY", "示范市人民检察院", kind.JUSTICE, city),
        _organ("SM-GAJ", "示范市公安局", kind.JUSTICE, city, CITY_GOVERNMENT),
        _organ("SM-RSJ", "示范市人力资源和社会保障局", kind.DEPARTMENT, city, CITY_GOVERNMENT),
        _organ("SM-ZRJ", "示范市自然资源局", kind.DEPARTMENT, city, CITY_GOVERNMENT),
        _organ("SM-STJ", "示范市生态环境局", kind.DEPARTMENT, city, CITY_GOVERNMENT),
        _organ("SM-GD", "示范市供电公司", kind.OTHER, city),
        _organ(COMMITTEE, "中共示范旗委员会", kind.COMMITTEE, county, "SM-DW"),
        _organ(GOVERNMENT, "示范旗人民政府", kind.GOVERNMENT, county, CITY_GOVERNMENT),
        _organ(CONFERENCE, "示范旗信访工作联席会议", kind.JOINT_CONFERENCE, county, COMMITTEE, GOVERNMENT),
        _organ(OFFICE, "示范旗信访局", kind.PETITION_OFFICE, county, COMMITTEE, GOVERNMENT),
        _organ(DISCIPLINE, "示范旗纪委监委", kind.DISCIPLINE, county, COMMITTEE, "SM-JW"),
        _organ(PERSONNEL, "示范旗委组织部", kind.PERSONNEL, county, COMMITTEE),
        _organ(COURT, "示范旗人民法院", kind.JUSTICE, county, "SM-FY"),
        _organ(PROCURATORATE, "示范旗人民检察院", kind.JUSTICE, county, "SM-JCY"),
        _organ(POLICE, "示范旗公安局", kind.JUSTICE, county, GOVERNMENT, "SM-GAJ"),
        _organ("SF-STJ", "示范市生态环境局示范旗分局", kind.DEPARTMENT, county, "SM-STJ"),
        _organ(POWER_COMPANY, "示范旗供电公司", kind.OTHER, county, "SM-GD"),
        *(
            _organ(code, f"{BANNER}{name}", kind.DEPARTMENT, county, GOVERNMENT, *filter(None, [CITY_ABOVE.get(code)]))
            for code, name in DEPARTMENTS.items()
        ),
        *(
            _organ(code, name if code != "SF-NC" else f"{BANNER}{name}", kind.TOWN, level.TOWN, GOVERNMENT)
            for code, name in TOWNS.items()
        ),
    )


ORGANS = _all()
PLACES = TOWNS | {organ.code: BANNER for organ in ORGANS if organ.code.startswith("SF-") and organ.code not in TOWNS}


def directory() -> Organs:
    """The directory as the law asks about it, without a database."""
    return Organs(ORGANS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """工作人员 — one account of the demonstration."""

    username: str
    name: str
    organ: str
    roles: tuple[Role, ...]

    @property
    def about(self) -> str:
        """Where and as what, for the list of accounts."""
        return f"{_NAMES[self.organ]} {'、'.join(self.roles)}"


_NAMES = {organ.code: organ.name for organ in ORGANS}


def _person(username: str, organ: str, *roles: Role) -> Person:
    name = head_of(organ) if Role.HEAD in roles else person_name(chance("staff", username))
    return Person(username=username, name=name, organ=organ, roles=roles)


def _staff() -> tuple[Person, ...]:
    office = (
        _person("dengji1", OFFICE, Role.REGISTRAR),
        _person("dengji2", OFFICE, Role.REGISTRAR),
        _person("fagui1", OFFICE, Role.SCREENER),
        _person("fagui2", OFFICE, Role.SCREENER),
        _person("juzhang", OFFICE, Role.HEAD),
        _person("bangong", OFFICE, Role.OFFICE),
        _person("ducha", OFFICE, Role.INSPECTOR),
        _person("guanli", OFFICE, Role.OPERATOR),
        _person("baoan", GOVERNMENT, Role.LEAD),
    )
    others = [
        organ.code
        for organ in ORGANS
        if organ.code.startswith("SF-") and organ.code not in {OFFICE, CONFERENCE, MACHINERY, POWER_COMPANY}
    ]
    return office + tuple(
        person
        for code in others
        for person in (
            _person(f"{code[3:].lower()}-chengban", code, Role.HANDLER),
            _person(f"{code[3:].lower()}-fuze", code, Role.HEAD),
        )
    )


STAFF = _staff()
SHOWN = (
    "dengji1",
    "fagui1",
    "juzhang",
    "bangong",
    "ducha",
    "rsj-chengban",
    "rsj-fuze",
    "z1-chengban",
    "baoan",
    "guanli",
)
"""One account for every role: what is printed at the start; the password is the same for all."""

_BY_ORGAN: dict[str, list[Person]] = {}
for _one in STAFF:
    _BY_ORGAN.setdefault(_one.organ, []).append(_one)


def officer_for(organ: str, kind: type[Act], turn: int) -> str:
    """Who does such an act there: somebody of the right role in turn, or for an organ without accounts its clerk."""
    staff = _BY_ORGAN.get(OFFICE if organ == CONFERENCE else organ, [])
    able = [person.name for person in staff if not ROLES_FOR_ACT.get(kind, frozenset()).isdisjoint(person.roles)]
    return able[turn % len(able)] if able else person_name(chance("clerk", organ))
