"""公开事项 — what an office must make known to everybody (Art. 18¶1), and what of it is still missing."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models

TEXT = 500
"""Room for what is said in a few lines."""


class OfficeProfile(models.Model):
    """公开事项 — one office's channels, addresses and hours, as the portal shows them and its papers print them.

    Every text is written as it is shown; the lines of the longer ones are kept.
    """

    organ = models.OneToOneField(
        "organs.OrganRecord", models.PROTECT, primary_key=True, related_name="profile", verbose_name="机关"
    )
    website = models.CharField("网络信访渠道", max_length=200, blank=True, help_text="网址、公众号或者小程序的名称")
    address = models.CharField("通信地址", max_length=200, blank=True, help_text="寄信用的地址，写到门牌号")
    postcode = models.CharField(
        "邮政编码",
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^\d{6}$", "邮政编码是6位数字")],
    )
    phone = models.CharField("咨询投诉电话", max_length=60, blank=True, help_text="带区号；有几个的用顿号隔开")
    fax = models.CharField("传真", max_length=60, blank=True)
    reception_place = models.CharField("接待地点", max_length=200, blank=True, help_text="写明楼层和公交线路，方便找到")
    reception_hours = models.TextField(
        "接待时间", max_length=TEXT, blank=True, help_text="如：工作日上午8:30—11:30，下午14:30—17:30"
    )
    leader_days = models.TextField(
        "领导接访日", max_length=TEXT, blank=True, help_text="哪位领导、哪一天、在哪里接待来访"
    )
    query = models.TextField(
        "查询办理进展和结果的方式", max_length=TEXT, blank=True, help_text="网上、电话、当面怎样查"
    )
    laws = models.TextField(
        "信访法规的公布处", max_length=TEXT, blank=True, help_text="公布的法规名称，在哪里可以看到全文"
    )
    procedure = models.TextField(
        "信访事项的处理程序", max_length=TEXT, blank=True, help_text="流程图张贴或者公布在哪里"
    )
    convenience = models.TextField(
        "便民事项", max_length=TEXT, blank=True, help_text="无障碍通道、老花镜、复印、代写、民族语言接待等"
    )
    legal_aid = models.CharField("法律援助电话", max_length=60, blank=True, help_text="如：12348")
    privacy = models.CharField(
        "个人信息保护联系人", max_length=120, blank=True, help_text="科室和电话；要求查阅、更正个人信息时找谁"
    )
    updated_at = models.DateTimeField("更新时间", auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="更新人"
    )

    class Meta:
        """One for each office."""

        db_table = "office_profile"
        verbose_name = verbose_name_plural = "公开事项"

    def __str__(self) -> str:
        return f"{self.organ_id}"


EDITED = (
    "website",
    "address",
    "postcode",
    "phone",
    "fax",
    "reception_place",
    "reception_hours",
    "leader_days",
    "query",
    "laws",
    "procedure",
    "convenience",
    "legal_aid",
    "privacy",
)
"""The fields an operator fills in, in the order of the form: all but whose it is, and who wrote it when."""

REQUIRED = (
    "website",
    "address",
    "phone",
    "reception_place",
    "reception_hours",
    "query",
    "laws",
    "procedure",
)
"""What Art. 18¶1 names; `leader_days` rest on its ¶2, post code, fax and the rest on nobody's order."""


def missing(profile: OfficeProfile | None) -> list[str]:
    """尚未公布的事项 — the items required by Art. 18¶1 that are empty, by the names of their fields."""
    return [
        str(OfficeProfile._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # noqa: SLF001
        for name in REQUIRED
        if profile is None or not getattr(profile, name).strip()
    ]
