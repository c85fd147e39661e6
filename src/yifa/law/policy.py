"""我们的读法 — what the Regulation leaves open, and how Yifa reads it: one named choice each, with its reason.

A choice with a `switch` may be set otherwise by an office (`readings.Policy`); the others are stated, not switched.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """读法 — one question the text leaves open: our reading, why, and on what it leans; all fit to print.

    `keys` are the provisions it reads; `source` names the provision, analogy or practice that speaks for it.
    `switch` is the field of `Policy` that sets it, if an office may.
    """

    name: str
    reading: str
    reason: str
    source: str
    keys: tuple[str, ...]
    switch: str = ""


CHOICES: tuple[Choice, ...] = (
    Choice(
        name="开始当日",
        reading="事件发生的当日不计入，自次日起算；“日”是自然日，写明“工作日”的才按工作日",
        reason="条例没有计算期间的条款；唯有第二十三条第三款写“工作日”，可见其余的“日”不是工作日",
        source="类推民法典第二百零一条、民事诉讼法第八十五条",
        keys=("22.1", "23.2", "23.3", "34", "35", "36.1"),
    ),
    Choice(
        name="末日顺延",
        reading="末日不上班的，顺延到下一个上班日；机关和信访人一样；同时列出名义末日，供承办人提前安排",
        reason="放假时既办不了也收不了；信访人的权利从宽计算，对机关用同一把尺子",
        source="类推民法典第二百零三条、民事诉讼法第八十五条",
        keys=("22.1", "23.2", "23.3", "34", "35", "36.1"),
        switch="roll_last_day",
    ),
    Choice(
        name="按月按年",
        reading="信访人自己的法定途径时限按月、按年计算的，到期月的对应日为末日；没有对应日的，为该月最后一日",
        reason="各该法律都这样计算",
        source="民法典第二百零二条",
        keys=("31",),
    ),
    Choice(
        name="延期起点",
        reading="延长的日数接在名义第六十日之后，再行顺延；过了法定末日不能再延",
        reason="顺延不是多给的办理日；期限届满就没有可以延长的期限",
        source="第三十四条“延长办理期限”的字面",
        keys=("34",),
    ),
    Choice(
        name="延期次数",
        reading="只延一次，至多三十日",
        reason="条文只说一个延长期限，没有说可以再延",
        source="第三十四条的字面",
        keys=("34",),
        switch="extensions",
    ),
    Choice(
        name="受理之日",
        reading="应当作出处理意见的机关的受理之日、按本机关职权告知之日，以及应当告知的收到后第十五日，以最早的为准；"
        "承继的机关接续原机关的期限，因退回、协商、决定而承办的机关自其收到起算；不须告知的，在收到后第十五日起的六十日届满之前受理、告知的以该日为准",
        reason="条例没有界定受理之日；不告知的机关不能因此多得办理时间，也不替别的机关承担已经过去的日子",
        source="第二十三条的告知期限；第四十四条第三项仍以“是否受理”追责",
        keys=("23.3", "34", "44(3)"),
        switch="acceptance_without_notice_days",
    ),
    Choice(
        name="一次受理",
        reading="一项诉求在一个机关只受理一次",
        reason="再次受理会使六十日重新起算；换了承办机关的，期限本来就自其收到起算",
        source="第三十四条的目的",
        keys=("34",),
    ),
    Choice(
        name="办结的标志",
        reading="六十日内作出处理意见书即为按期办结；作出而未送达另列为违规，并且不开始复查期限",
        reason="条文没有说以作出还是以送达为准；两个日期分别记载，哪一种疏漏都看得见",
        source="第三十四条、第三十五条",
        keys=("34", "35"),
    ),
    Choice(
        name="送达的时间",
        reading="文书作出当日即应送达；七日内送达的视为及时，超过七日仍未送达的，自作出的次日起为违规，其后送达的注明补正之日",
        reason="条例没有给送达另留时间；邮寄、约见在途的几日不是搁置",
        source="第三十五条“书面答复”；类推行政处罚法第六十一条的七日",
        keys=("34", "35", "36.1"),
    ),
    Choice(
        name="异议期间",
        reading="告知期限始终自第一次收到起算，直到同意退回；异议不被同意的，该机关必须办理；过了五个工作日不能再提异议",
        reason="异议要经核实同意才生效，在此之前责任没有转移；否则提异议就能拖延",
        source="第二十三条第三款“核实同意后”",
        keys=("23.3",),
    ),
    Choice(
        name="退回后重新转送",
        reading="同意退回的，信访部门自退回之日起重新计算十五日",
        reason="退回等于重新收到；原来的十五日已经按期履行",
        source="第二十二条第一款、第二十三条第三款",
        keys=("22.1", "23.3"),
    ),
    Choice(
        name="转来件的收到日",
        reading="以签收之日为收到之日；没有签收的，以转送、交办之日为准",
        reason="没有签收记录时，不能因为拖延签收而推迟期限",
        source="第二十三条第三款“自收到之日起”",
        keys=("23.3",),
    ),
    Choice(
        name="交办期限",
        reading="交办、督办、督促执行、责令改正、整改所指定的末日不上班的，同样顺延",
        reason="指定的期限与法定的期限同等对待",
        source="第二十二条第一款第三项；类推民法典第二百零三条",
        keys=("22.1(3)",),
        switch="roll_last_day",
    ),
    Choice(
        name="姓名住址不清",
        reading="姓名（名称）、住址不清的，转送、交办的事项也不必告知",
        reason="例外写在直接提出的一款，但找不到人时哪一款都无从告知",
        source="第二十三条第二款，准用于第三款",
        keys=("23.2", "23.3"),
        switch="notice_exempt_on_transfer",
    ),
    Choice(
        name="更正类别",
        reading="诉求在期限届满之前离开信访程序、后来又回来的，办理期限按离开的日数后移；已经用去的日数不退还；届满之后离开的，末日不动",
        reason="离开期间没有六十日的期限可言；更正类别不能成为重新起算的办法，也不能使已经届满的期限停下来",
        source="第三十一条、第三十四条",
        keys=("31(6)", "34"),
    ),
    Choice(
        name="违规不因后来的行为消除",
        reading="一日的违规，其后各日都在案；后来办理的注明补正之日，后来认定不属于信访程序的注明“类别后来更正”；只有更正当日的事实、补录当日的放假安排才能消除，案卷写明是哪一项",
        reason="逾期是已经发生的事实；后来的告知、受理、听证、延期、重新分类都不能使它没有发生过",
        source="第四十条第一款、第四十三条至第四十五条以已经发生的情形追责",
        keys=("34", "40.1"),
    ),
    Choice(
        name="共同办理",
        reading="涉及两个以上机关的，各自告知；处理意见由依第二十四条确定的机关作出，确定之前由最先收到的机关承担",
        reason="一项诉求的六十日在任何一日只有一个机关承担，否则无从督办",
        source="第二十四条第一款",
        keys=("24.1", "34"),
    ),
    Choice(
        name="后来才知道的情况",
        reading="登记后才知道的住址、同意、代表、重大紧急情形，自补充登记之日起产生义务；以更正补上的，自更正之日起",
        reason="当时没有人知道，也就没有人能够告知、送达或者报告",
        source="第二十三条第二款、第二十五条",
        keys=("23.2", "25.1"),
    ),
    Choice(
        name="责令重新处理的复核",
        reading="对责令重新处理的复查意见不服的，也可以请求复核；复核撤销、变更的，重新处理的要求随之终止",
        reason="第三十六条第一款说的是“对复查意见不服”，没有例外",
        source="第三十六条第一款的字面",
        keys=("36.1",),
    ),
    Choice(
        name="撤回后恢复",
        reading="信访人撤回后要求恢复办理的，诉求回到撤回时的状态，撤回期间的日数不计入各项尚未届满的期限",
        reason="撤回和恢复都是信访人的权利；机关既不因此多出已经用去的日子，也不替信访人承担撤回的日子",
        source="第十七条第一款",
        keys=("17.1",),
    ),
    Choice(
        name="先后次序",
        reading="没有告知，不能作出处理意见；行为的日期不能早于在案的最后一项；更正要重新推算，不得与在案的记录矛盾",
        reason="信访人应当先知道由谁办、走什么程序；倒填日期会使期限失真",
        source="第二十一条第二款、第二十三条、第三十一条第六项",
        keys=("21.2", "23", "31(6)"),
    ),
    Choice(
        name="结案",
        reading="没有送达不能归档；每一项诉求都要有答复",
        reason="没有收到答复，复查的期限就无从开始",
        source="第三十一条、第三十二条、第三十五条",
        keys=("31", "32.1", "35"),
    ),
    Choice(
        name="被检举方的下属",
        reading="被检举的机关、人员之下的机关和人员，与被检举方一样不得接触",
        reason="下属难以对上级保密",
        source="第三十条第三款的目的",
        keys=("30.3",),
    ),
    Choice(
        name="释法引导",
        reading="对涉诉来访当场释法引导的，信访部门的十五日即告履行",
        reason="第二十二条对这类来访规定的就是引导，没有别的分流",
        source="第二十二条第二款",
        keys=("22.2",),
    ),
    Choice(
        name="终局效力",
        reading="复核意见送达之后，才可以按同一事实和理由不再受理；有新的事实或者理由的另行登记",
        reason="没有收到复核意见的人谈不上对它不服",
        source="第三十六条第三款",
        keys=("36.3",),
    ),
    Choice(
        name="不受理的情形",
        reading="只有第十九条第三款和第三十六条第三款两种；无论哪一种都先登记",
        reason="现行条例只写了这两种；越级、缺少证件、形式不合都只引导，不拒收",
        source="第十七条、第十九条、第二十条、第三十六条",
        keys=("19.3", "36.3"),
    ),
    Choice(
        name="逾期不请求",
        reading="三十日内没有请求复查、复核的，写作“期满未请求”，不称终结",
        reason="条例没有把期满称为终结",
        source="第三十五条、第三十六条",
        keys=("35", "36.1"),
    ),
    Choice(
        name="听证时间",
        reading="只有复核的听证时间不计入期限；办理和复查的照常计算",
        reason="不计入的规定只写在复核一条",
        source="第三十六条第二款",
        keys=("36.2",),
    ),
    Choice(
        name="电子送达",
        reading="经信访人同意才可以电子送达，以到达其系统之日为送达",
        reason="条例没有规定送达；送达决定救济期限，应当从严",
        source="类推民事诉讼法第九十条",
        keys=("35", "36.1"),
    ),
    Choice(
        name="撤回",
        reading="只有信访人可以撤回；撤回之后各项期限终止，记录保留",
        reason="信访是信访人的权利，机关不能代为放弃",
        source="第十七条",
        keys=("17.1",),
    ),
    Choice(
        name="及时报告",
        reading="重大、紧急事项至迟在知道后的下一个上班日报告本级党委、政府；向上一级信访部门和国家信访局的报告不设期限，报告之前始终是应办事项",
        reason="条例只说“及时”；当天下班后才知道的，下一个上班日仍是能够报告的最早一日",
        source="第二十五条第一款“及时报告”、第二款",
        keys=("25.1", "25.2"),
        switch="urgent_worked_days",
    ),
    Choice(
        name="未公布的年份",
        reading="放假安排没有公布的年份不作推测：末日不顺延，工作日按最早可能的一日计算，标明“暂定”和所缺的通知；暂定的期限不算逾期；通知录入后重新计算",
        reason="猜错一天就可能误认逾期，或者使信访人错过期限",
        source="全国年节及纪念日放假办法；每年的放假安排由国务院办公厅通知",
        keys=("22.1", "23.3", "34", "35", "36.1"),
    ),
)
"""Every choice, in the order in which a petition meets them; shown on screens and in the manual."""
