"""分流问询 — the questions at intake that tell by which lawful path a matter goes, and where each answer leads.

Questions 1–8 ask for what is on hand or was done; 9 and 10 are ours, for private disputes and first applications,
which no earlier question reaches.  A person confirms what the answers suggest.
"""

from yifa.law.interview.model import AnswerKind, Option, Question
from yifa.law.paths import StartDay
from yifa.law.terms import Track


def _which(question: str, text: str, *options: Option) -> Question:
    return Question(id=f"{question}.which", text=text, kind=AnswerKind.MANY, options=options)


def _days(question: str, *days: StartDay) -> tuple[Question, ...]:
    return tuple(
        Question(
            id=f"{question}.{day.name.lower()}",
            text=f"{day}是哪一天？",
            kind=AnswerKind.DATE,
            day=day,
        )
        for day in days
    )


def _follow(question: str, text: str) -> Question:
    return Question(id=question, text=text)


EITHER = "对行政决定不服，可以先申请行政复议，也可以直接提起行政诉讼"
FIRST = "属复议前置：须先申请行政复议，再提起行政诉讼"

QUESTIONS: tuple[Question, ...] = (
    Question(
        id="decided",
        text="是否已有判决、裁定、法院立案号、仲裁裁决、行政复议决定、调解协议或者不予立案通知？",
        follow_ups=(
            _which(
                "decided",
                "是哪一种？",
                Option("judgment", "一审判决、裁定，尚未生效", ("C1-5",), "一审裁判尚未生效，可以上诉"),
                Option("effective", "已生效的民事、行政判决、裁定", ("C1-6",), "裁判已生效，可以申请再审"),
                Option("refused", "再审申请被驳回或者逾期未裁定", ("C1-7",), "再审之后可以申请检察监督"),
                Option("criminal", "已生效的刑事判决、裁定", ("C1-8",), "不服刑事裁判，可以申诉"),
                Option("unpaid", "文书已生效，对方不履行", ("C1-12",), "可以申请强制执行"),
                Option("pending", "法院已立案，尚未判决", (), "涉诉事项由法院依法处理", Track.C1),
                Option("reconsidered", "行政复议决定，或者复议逾期未决定", ("C1-3",), "经过复议，可以起诉"),
                Option("labour", "劳动人事争议仲裁裁决", ("C2-2",), "不服劳动仲裁裁决，可以起诉"),
                Option("award", "其他仲裁裁决", (), "起诉期限以裁决书载明的为准，请当场核对", Track.C1),
                Option("mediated", "人民调解协议", ("C1-14",), "双方可以共同申请司法确认"),
                Option("owed", "欠薪的调解协议或者欠条", ("C1-15",), "可以申请支付令"),
                Option("unfiled", "公安机关不予立案通知", ("C1-10", "C1-11"), "可以申请复议、立案监督"),
            ),
            *_days(
                "decided",
                StartDay.JUDGMENT_SERVED,
                StartDay.RULING_SERVED,
                StartDay.EFFECTIVE,
                StartDay.KNEW_GROUND,
                StartDay.PERFORMANCE_ENDED,
                StartDay.RECONSIDERED,
                StartDay.RECONSIDERATION_ENDED,
                StartDay.AWARDED,
                StartDay.MEDIATED,
                StartDay.NOT_FILED,
                StartDay.NOT_FILED_UPHELD,
            ),
            _follow("decided.told", "文书是否告知了起诉期限？"),
        ),
    ),
    Question(
        id="decision",
        text="是否收到行政机关的书面决定？",
        lead=Option("any", "书面决定", ("C1-2", "C4-1"), EITHER),
        follow_ups=(
            Question(
                id="decision.issuer",
                text="决定由谁作出？",
                kind=AnswerKind.ONE,
                options=(
                    Option("TOWN", "镇人民政府（街道、农场）"),
                    Option("DEPARTMENT", "旗级部门"),
                    Option("COUNTY_GOVERNMENT", "旗人民政府"),
                    Option("VERTICAL", "税务、海关、金融外汇管理、国家安全机关"),
                    Option("JUSTICE", "旗司法局"),
                ),
            ),
            _which(
                "decision",
                "是哪一种决定？",
                Option("other", "一般的处罚、强制、许可、待遇、工伤认定等决定", ("C1-2", "C4-1"), EITHER),
                Option("spot", "当场作出的行政处罚", ("C4-2",), FIRST),
                Option("resources", "侵犯已取得的土地、草原、林地等权利", ("C4-2",), FIRST),
                Option("secret", "政府信息不予公开", ("C4-2",), FIRST),
                Option("tax", "征税决定", ("C4-18",), "纳税争议须先缴清税款或者提供担保，再申请复议"),
                Option("house", "国有土地上房屋征收、补偿", ("C4-8",), EITHER),
                Option("demolish", "责令限期拆除（违法占地）", ("C4-17",), "起诉期限只有十五日"),
                Option("accident", "道路交通事故认定书", ("C4-11",), "复核期限只有三个工作日"),
                Option("harm", "职权行为违法，造成损失", ("C1-13",), "可以请求行政赔偿"),
            ),
            *_days(
                "decision",
                StartDay.KNEW_ACT,
                StartDay.ACT_MADE,
                StartDay.CORRECTION,
                StartDay.DEMOLITION_ORDERED,
                StartDay.ACCIDENT_FOUND,
                StartDay.KNEW_STATE_HARM,
                StartDay.COMPENSATION_DECIDED,
            ),
            _follow("decision.told", "决定是否告知了复议、诉讼的权利和期限？"),
            Question(
                id="decision.learned",
                text="没有告知的，后来哪一天知道了这些权利和期限？",
                kind=AnswerKind.DATE,
            ),
            _follow("decision.estate", "决定是否涉及土地、房屋等不动产？"),
        ),
    ),
    Question(
        id="duty",
        text="是否要求行政机关查处违法行为，或者保护您的人身、财产权益？",
        lead=Option("any", "查处违法", ("C5-9",), "请求查处违法行为，由有权机关依法履行职责"),
        follow_ups=(
            _which(
                "duty",
                "是哪方面的事？",
                Option("labour", "用工：欠薪、合同、社保、加班", ("C5-1",), "由劳动保障监察查处"),
                Option("migrant", "农民工工资", ("C5-2",), "欠薪投诉实行首问负责"),
                Option("order", "打架、扰民、毁坏财物", ("C5-3",), "由公安机关作为治安案件处理"),
                Option("market", "消费纠纷、假货", ("C5-4",), "由市场监管部门处理投诉举报"),
                Option("pollution", "污染、噪声", ("C5-5",), "由生态环境部门等查处"),
                Option("occupied", "违法占地、违建", ("C5-6",), "由自然资源、农牧部门查处"),
                Option("village", "村务公开、村规违法", ("C5-7",), "由镇政府或者主管部门调查核实"),
                Option("insurance", "社会保险费", ("C5-8",), "由征收机构、社保部门依法处理"),
                Option("leaders", "集体经济组织负责人违法", ("C5-10",), "由镇政府或者农牧部门责令改正"),
                Option("other", "其他违法行为", ("C5-9",), "请求查处违法行为，由有权机关依法履行职责"),
            ),
            Question(
                id="duty.silent",
                text="是否已经提出要求（有日期和凭证）而没有结果？",
                lead=Option("silent", "逾期未履职", ("C4-3",), f"行政机关未履行法定职责，{FIRST}"),
            ),
            *_days(
                "duty",
                StartDay.REQUESTED,
                StartDay.DUTY_ENDED,
                StartDay.VIOLATED,
                StartDay.KNEW_HARM,
            ),
        ),
    ),
    Question(
        id="employer",
        text="对方是否您的用人单位？",
        lead=Option("any", "劳动争议", ("C2-1",), "劳动争议须先申请仲裁"),
        follow_ups=(
            _which(
                "employer",
                "是哪方面的争议？",
                Option("wages", "拖欠工资", ("C2-1", "C5-1"), "可以申请劳动仲裁，也可以请劳动监察查处"),
                Option("contract", "确认劳动关系、解除、补偿、加班费", ("C2-1",), "劳动争议须先申请仲裁"),
                Option("injury", "工伤、职业病尚未认定", ("C4-9",), "先申请工伤认定"),
                Option("grade", "对伤残等级不服", ("C4-10",), "可以申请再次鉴定"),
                Option("insurance", "单位不缴社会保险费", ("C5-8",), "由征收机构、社保部门依法处理"),
                Option("public", "事业单位聘用、辞职、辞退", ("C2-8",), "人事争议申请仲裁"),
                Option("appointed", "聘任制公务员的聘任合同", ("C2-7",), "聘任合同争议申请仲裁"),
            ),
            *_days(
                "employer",
                StartDay.KNEW_HARM,
                StartDay.EMPLOYMENT_ENDED,
                StartDay.INJURED,
                StartDay.APPRAISED,
                StartDay.DISPUTE_AROSE,
                StartDay.AWARDED,
                StartDay.VIOLATED,
            ),
        ),
    ),
    Question(
        id="land",
        text="是否涉及承包地、草原、地界、征收、宅基地或者集体成员资格？",
        follow_ups=(
            _which(
                "land",
                "是哪方面的事？",
                Option("contract", "承包合同、流转、收回或者调整承包地", ("C2-3",), "可以申请土地承包仲裁"),
                Option("taken", "征收集体土地及其补偿", ("C4-7",), "征地补偿不能仲裁，走征地程序、复议或者诉讼"),
                Option(
                    "compensated",
                    "已有征地补偿安置决定",
                    ("C1-2", "C4-1"),
                    f"征地补偿不能仲裁；{EITHER}",
                ),
                Option("boundary", "土地权属、地界", ("C4-4",), "由人民政府裁决"),
                Option("forest", "林地、林木权属", ("C4-5",), "由人民政府裁决"),
                Option("grass", "草原权属、草场边界", ("C4-6",), "由人民政府裁决"),
                Option("homestead", "宅基地审批", ("C4-16",), "由镇人民政府审批"),
                Option("member", "集体成员身份、收益分配", ("C2-5",), "可以调解、仲裁，也可以起诉"),
                Option("resolved", "村集体的决定侵害本人权益", ("C1-16",), "可以请求法院撤销"),
            ),
            *_days(
                "land",
                StartDay.KNEW_HARM,
                StartDay.KNEW_ACT,
                StartDay.ACT_MADE,
                StartDay.ADJUDICATED,
                StartDay.KNEW_REVOCABLE,
                StartDay.RESOLVED,
            ),
            _follow("land.told", "有决定的，是否告知了复议、诉讼的权利和期限？"),
        ),
    ),
    Question(
        id="official",
        text="是否反映具体的公职人员或者机关违纪、违法、失职？",
        lead=Option("accused", "检举控告", (), "反映违纪违法、失职行为，属检举控告", Track.B),
    ),
    Question(
        id="personnel",
        text="是否以党员、公务员、教师、事业单位人员或者监察对象的身份，对处分或者人事处理不服？",
        follow_ups=(
            _which(
                "personnel",
                "是哪一种？",
                Option("party", "党纪处分", ("C3-1",), "党员可以对处分提出申诉"),
                Option("sanction", "监察机关的处理、政务处分", ("C3-2",), "可以申请复审、复核"),
                Option("servant", "公务员人事处理", ("C3-3", "C3-4"), "可以申请复核，也可以直接申诉"),
                Option("institution", "事业单位人员处分、考核", ("C3-5",), "可以申请复核、提出申诉"),
                Option("teacher", "教师不服学校处理", ("C3-6",), "可以向教育行政部门申诉"),
            ),
            *_days(
                "personnel",
                StartDay.SANCTIONED,
                StartDay.SANCTION_REEXAMINED,
                StartDay.KNEW_PERSONNEL,
                StartDay.PERSONNEL_REVIEWED,
            ),
        ),
    ),
    Question(
        id="suggestion",
        text="是否只是提出建议、意见？",
        lead=Option("only", "建议意见", (), "不求个人事项的改进建议，属建议意见", Track.A),
    ),
    Question(
        id="private",
        text="是否与其他个人、企业之间的纠纷，或者被打、被骗、被盗？",
        lead=Option("any", "民事纠纷", ("C1-1",), "平等主体之间的纠纷，可以提起民事诉讼"),
        follow_ups=(
            _which(
                "private",
                "是哪一种？",
                Option("civil", "借贷、合同、邻里、继承、婚姻、人身损害", ("C1-1",), "可以提起民事诉讼"),
                Option("clause", "合同里有仲裁条款", ("C2-6",), "有仲裁协议的，向仲裁委员会申请仲裁"),
                Option("crime", "被打伤、被骗、被盗", ("C1-9",), "涉嫌犯罪的，可以报案、控告"),
            ),
            *_days("private", StartDay.KNEW_HARM, StartDay.HARMED),
        ),
    ),
    Question(
        id="apply",
        text="是否要办理许可、救助、登记，或者申请公开信息？",
        follow_ups=(
            _which(
                "apply",
                "要办哪一项？",
                Option("licence", "证照、行政许可", ("C4-12",), "向主管部门申请许可"),
                Option("relief", "低保、临时救助", ("C4-13",), "向镇人民政府申请救助"),
                Option("registry", "不动产登记", ("C4-14",), "向登记机构申请登记"),
                Option("information", "看文件、补偿标准、账目", ("C4-15",), "申请政府信息公开"),
            ),
        ),
    ),
)
