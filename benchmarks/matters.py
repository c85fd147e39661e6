"""事由 — what the invented petitions are about: category, track, organ, lawful path, and sentences to fill in."""

from dataclasses import dataclass
from random import Random

from yifa.law.terms import Track


@dataclass(frozen=True, slots=True)
class Matter:
    """事由 — one subject; `organ` is a department's code, or empty for the town the petitioner lives in."""

    track: Track
    category: str
    organ: str
    text: str
    path: str = ""
    days: int = 0
    """How long the petitioner's own limit on that path is, where it has one."""


A, B, C1, C2, C3, C4, C5, C6 = Track
MATTERS = (
    Matter(A, "城乡建设_市政设施_道路照明", "ZJJ", "建议在{place}{road}加装路灯并修补路面"),
    Matter(A, "交通运输_公共交通_线路站点", "JTJ", "建议增开{place}到{village}的班车，学生和老人出行不便"),
    Matter(A, "教育_学校布局_寄宿条件", "JYJ", "建议改善{place}小学寄宿生的食堂和取暖"),
    Matter(A, "农村农业_村庄规划_环境整治", "", "建议{village}统一规划畜圈和垃圾收集点"),
    Matter(B, "纪检监察_基层干部_优亲厚友", "", "检举{village}干部在{year}年低保评定中优亲厚友"),
    Matter(B, "纪检监察_基层干部_侵占资金", "", "检举{village}干部侵占{year}年惠农补贴{money}元"),
    Matter(B, "纪检监察_机关工作人员_吃拿卡要", "SCJ", "检举执法人员在{place}检查时索要财物"),
    Matter(C1, "政法_法院_执行不到位", "FY", "{year}年判决至今没有执行，被执行人{firm}仍在经营", "C1-12", 700),
    Matter(C1, "政法_公安_立案侦查", "GAJ", "{village}家中被盗{money}元，报案后没有立案通知", "C1-9"),
    Matter(C1, "政法_法院_民事纠纷", "FY", "与{firm}的合同纠纷，涉及{money}元，要求主持公道", "C1-1", 1000),
    Matter(C2, "劳动和社会保障_劳动报酬_解除合同补偿", "RSJ", "{firm}解除劳动合同，拖欠补偿{money}元", "C2-1", 360),
    Matter(C2, "农村农业_土地承包_承包合同纠纷", "NMJ", "{village}承包地{mu}亩被重复发包，要求返还", "C2-3", 720),
    Matter(C3, "组织人事_干部管理_处分不服", "ZZB", "对{year}年受到的处分不服，要求重新核查", "C3-3", 30),
    Matter(C4, "自然资源_土地权属_边界争议", "ZRJ", "与邻户就{village}{mu}亩地的边界有争议", "C4-4"),
    Matter(C4, "林草_草原权属_边界争议", "LCJ", "{village}草场{mu}亩与邻村重叠，要求确权", "C4-6"),
    Matter(C4, "劳动和社会保障_工伤_工伤认定", "RSJ", "在{firm}工地受伤，单位不申请工伤认定", "C4-9", 360),
    Matter(C4, "民政_社会救助_低保待遇", "MZJ", "家庭困难，申请低保没有得到答复", "C4-13"),
    Matter(C4, "自然资源_不动产登记_登记错误", "ZRJ", "{place}房屋登记面积与实际不符，要求更正", "C4-14"),
    Matter(C5, "劳动和社会保障_劳动监察_拖欠农民工工资", "RSJ", "{firm}拖欠{people}人工资共{money}元", "C5-2"),
    Matter(C5, "市场监管_消费维权_商品质量", "SCJ", "在{firm}购买的农资质量有问题，要求查处", "C5-4", 700),
    Matter(C5, "生态环境_大气噪声_扰民", "STJ", "{firm}夜间施工扬尘和噪声扰民，{village}多户反映", "C5-5"),
    Matter(C5, "自然资源_违法占地_耕地", "ZRJ", "举报{firm}占用{village}耕地{mu}亩堆放砂石", "C5-6"),
    Matter(C5, "农村农业_村务公开_账目", "", "{village}{year}年以来账目没有公开，要求公布", "C5-7"),
    Matter(C6, "城乡建设_物业服务_供暖", "ZJJ", "{road}小区{year}年冬季室温不达标，要求退还采暖费{money}元"),
    Matter(C6, "城乡建设_房屋产权_历史遗留办证", "ZJJ", "{road}小区{people}户交房多年不能办证"),
    Matter(C6, "城乡建设_征收安置_过渡费", "ZJJ", "{road}片区安置房延期，过渡费{money}元没有发放"),
    Matter(C6, "农村农业_土地流转_流转费", "", "{village}{mu}亩地流转给{firm}，{year}年流转费没有付清"),
    Matter(C6, "农村农业_邻里纠纷_田间道路", "", "{village}田间生产路被堵，要求恢复通行"),
    Matter(C6, "水利_农田灌溉_渠系配水", "SLJ", "{village}{year}年轮灌配水不足，{mu}亩玉米受旱"),
    Matter(C6, "水利_移民_后期扶持", "SLJ", "水库移民后期扶持资金{money}元没有兑付"),
    Matter(C6, "林草_草原补奖_资金发放", "LCJ", "{village}草原补奖面积少算{mu}亩，要求补发"),
    Matter(C6, "卫生健康_医疗服务_收费", "WJW", "对{year}年住院收费{money}元有异议，要求解释"),
    Matter(C6, "医疗保障_待遇_报销", "YBJ", "异地就医费用{money}元没有按比例报销"),
    Matter(C6, "交通运输_道路建设_占地补偿", "JTJ", "修路占用{village}{mu}亩，补偿标准与公示不符"),
    Matter(C6, "城市管理_摊点_占道经营", "CGJ", "{place}{road}早市占道，要求规范管理"),
    Matter(C6, "教育_招生_入学", "JYJ", "外来务工子女在{place}入学被推诿，要求安排"),
)

BY_TRACK = {track: [one for one in MATTERS if one.track is track] for track in Track}

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉红建国志文斌鑫燕海山巴图其格乌云娅"
VILLAGES = [f"{one}{two}村" for one in "东西南北上下前后大小" for two in ("河", "沟", "滩", "营", "店", "梁", "湾")]
ROADS = [
    f"{one}{two}路" for one in ("人民", "建设", "和平", "团结", "新华", "胜利") for two in ("东", "西", "南", "北")
]
FIRMS = [
    f"{one}{two}公司"
    for one in ("鑫源", "恒通", "宏达", "绿野", "金穗", "天禾", "瑞丰", "腾飞")
    for two in ("建筑", "农业", "商贸", "物业")
]


def person(chance: Random) -> str:
    """An invented name."""
    given = chance.choice(GIVEN) + (chance.choice(GIVEN) if chance.random() < 0.7 else "")
    return chance.choice(SURNAMES) + given


def sentence(matter: Matter, place: str, year: int, chance: Random) -> str:
    """What is asked, in this petition's own words."""
    return matter.text.format(
        place=place,
        village=chance.choice(VILLAGES),
        road=chance.choice(ROADS),
        firm=chance.choice(FIRMS),
        year=year - chance.randrange(4),
        money=chance.randrange(8, 900) * 100,
        mu=chance.randrange(2, 180),
        people=chance.randrange(3, 60),
    )
