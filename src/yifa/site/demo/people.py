"""人名、地名、数目 — invented, varied, and the same for the same seed."""

from dataclasses import dataclass
from random import Random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志永福长春海波文斌学金凤荣生成喜旺"
MONGOLIAN = (
    "巴特尔", "其其格", "乌兰", "那仁", "苏日娜", "额尔敦", "娜仁花", "孟和", "斯琴", "宝音", "格日勒", "托娅", "朝鲁", "萨仁", "阿木古楞",
)  # fmt: skip
HAMLETS = (
    "向阳",
    "永丰",
    "红旗",
    "联增",
    "富强",
    "丰产",
    "建业",
    "和胜",
    "增光",
    "长胜",
    "光荣",
    "复兴",
    "新建",
    "春光",
)
ESTATES = ("青禾家园", "河畔雅居", "阳光新城", "锦绣苑", "安居里", "滨渠小区", "枫林雅苑", "书香庭院")
ROADS = ("纬三路", "经五街", "永济街", "长青路", "利民街", "胜利巷", "东环路")
FIRMS = (
    "晴川建筑有限公司", "沃野农业发展有限公司", "恒暖热力有限公司", "金禾种业商行", "远程劳务有限公司", "宏图房地产开发有限公司",
    "旺达物业服务有限公司", "鑫源食品厂", "通达运输有限公司", "绿洲牧业专业合作社",
)  # fmt: skip


def chance(*parts: object) -> Random:
    """A source of chance of its own for each thing told by `parts`: the same parts, the same course."""
    return Random(":".join(map(str, parts)))


def person_name(rng: Random) -> str:
    """Somebody's name."""
    if rng.random() < 0.12:
        return rng.choice(MONGOLIAN)
    return rng.choice(SURNAMES) + "".join(rng.choice(GIVEN) for _ in range(rng.choice((1, 2, 2))))


def village_name(rng: Random, town: str) -> str:
    """A village in a town, or a section of the farm."""
    return f"{town}{rng.choice(HAMLETS)}{'分场' if town.endswith('农场') else '村'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Petitioner:
    """信访人 — who petitions, from where, alone or with others."""

    names: tuple[str, ...]
    address: str
    contact: str
    town: str
    village: str
    people: int = 1
    representatives: tuple[str, ...] = ()


def petitioner(rng: Random, town: str, people: int) -> Petitioner:
    """Somebody from a town; of many, at most five speak (Art. 20¶3)."""
    names = [person_name(rng) for _ in range(min(people, 5))]
    village = village_name(rng, town)
    return Petitioner(
        names=tuple(dict.fromkeys(names)),
        address=f"示范旗{village}{rng.randint(1, 9)}组{rng.randint(1, 80)}号",
        contact=f"138-0000-{rng.randint(0, 9999):04d}",
        town=town,
        village=village,
        people=people,
        representatives=tuple(dict.fromkeys(names)) if people >= 5 else (),
    )


def fillings(rng: Random, who: Petitioner, year: int) -> dict[str, str]:
    """What stands for the braces of a text."""
    return {
        "town": who.town,
        "village": who.village,
        "estate": rng.choice(ESTATES),
        "road": rng.choice(ROADS),
        "firm": rng.choice(FIRMS),
        "year": str(year - rng.randint(1, 6)),
        "money": str(rng.randint(8, 960) * 100),
        "mu": str(rng.randint(3, 480)),
        "count": str(rng.randint(6, 140)),
    }
