"""示范旗信访局的公开事项 — what the demonstration makes known; every number and address is invented."""

from yifa.organs.profile import OfficeProfile
from yifa.site.demo.organs import OFFICE

PROFILE = {
    "website": "本网站；微信公众号「示范旗信访」",
    "address": "示范旗示范镇和谐路1号 示范旗信访局",
    "postcode": "000000",
    "phone": "0000-0000001（咨询）、0000-0000002（投诉、催办）",
    "fax": "0000-0000003",
    "reception_place": "示范旗信访接待中心一楼大厅（和谐路1号，乘1路公交车到「信访局」站）",
    "reception_hours": "工作日上午8:30—11:30，下午14:30—17:30",
    "leader_days": "每月5日、15日、25日，旗领导轮流在信访接待中心接待来访；遇到节假日的，顺延到下一个工作日。",
    "query": "网上凭编号和查询码随时查询；工作时间也可以打电话，或者到接待中心窗口查询。",
    "laws": "《信访工作条例》等法规的文本，在接待中心大厅公示栏和本网站「条款要点」公布。",
    "procedure": "登记、转办、告知、办理、复查、复核的流程图，在接待中心大厅公示栏公布。",
    "convenience": "无障碍通道、轮椅、老花镜、免费复印和热水；不会写字的，工作人员代为记录；有蒙古语接待。",
    "legal_aid": "12348",
    "privacy": "示范旗信访局办公室，0000-0000001",
}


def publish() -> None:
    """Make it known, unless the office has said something of its own."""
    OfficeProfile.objects.get_or_create(organ_id=OFFICE, defaults=PROFILE)
