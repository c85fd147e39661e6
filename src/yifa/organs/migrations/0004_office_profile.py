import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organs", "0003_mark_initial_passwords"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OfficeProfile",
            fields=[
                (
                    "organ",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="profile",
                        serialize=False,
                        to="organs.organrecord",
                        verbose_name="机关",
                    ),
                ),
                (
                    "website",
                    models.CharField(
                        blank=True,
                        help_text="网址、公众号或者小程序的名称",
                        max_length=200,
                        verbose_name="网络信访渠道",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True, help_text="寄信用的地址，写到门牌号", max_length=200, verbose_name="通信地址"
                    ),
                ),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        max_length=6,
                        validators=[django.core.validators.RegexValidator("^\\d{6}$", "邮政编码是6位数字")],
                        verbose_name="邮政编码",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True, help_text="带区号；有几个的用顿号隔开", max_length=60, verbose_name="咨询投诉电话"
                    ),
                ),
                ("fax", models.CharField(blank=True, max_length=60, verbose_name="传真")),
                (
                    "reception_place",
                    models.CharField(
                        blank=True, help_text="写明楼层和公交线路，方便找到", max_length=200, verbose_name="接待地点"
                    ),
                ),
                (
                    "reception_hours",
                    models.TextField(
                        blank=True,
                        help_text="如：工作日上午8:30—11:30，下午14:30—17:30",
                        max_length=500,
                        verbose_name="接待时间",
                    ),
                ),
                (
                    "leader_days",
                    models.TextField(
                        blank=True,
                        help_text="哪位领导、哪一天、在哪里接待来访",
                        max_length=500,
                        verbose_name="领导接访日",
                    ),
                ),
                (
                    "query",
                    models.TextField(
                        blank=True,
                        help_text="网上、电话、当面怎样查",
                        max_length=500,
                        verbose_name="查询办理进展和结果的方式",
                    ),
                ),
                (
                    "laws",
                    models.TextField(
                        blank=True,
                        help_text="公布的法规名称，在哪里可以看到全文",
                        max_length=500,
                        verbose_name="信访法规的公布处",
                    ),
                ),
                (
                    "procedure",
                    models.TextField(
                        blank=True,
                        help_text="流程图张贴或者公布在哪里",
                        max_length=500,
                        verbose_name="信访事项的处理程序",
                    ),
                ),
                (
                    "convenience",
                    models.TextField(
                        blank=True,
                        help_text="无障碍通道、老花镜、复印、代写、民族语言接待等",
                        max_length=500,
                        verbose_name="便民事项",
                    ),
                ),
                (
                    "legal_aid",
                    models.CharField(blank=True, help_text="如：12348", max_length=60, verbose_name="法律援助电话"),
                ),
                (
                    "privacy",
                    models.CharField(
                        blank=True,
                        help_text="科室和电话；要求查阅、更正个人信息时找谁",
                        max_length=120,
                        verbose_name="个人信息保护联系人",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="更新时间")),
                (
                    "updated_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="更新人",
                    ),
                ),
            ],
            options={
                "verbose_name": "公开事项",
                "verbose_name_plural": "公开事项",
                "db_table": "office_profile",
            },
        ),
    ]
