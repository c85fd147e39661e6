from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organs", "0002_stamp_every_change_of_the_directory")]

    operations = [
        migrations.AddField(
            model_name="staff",
            name="initial",
            field=models.BooleanField(default=False, editable=False, verbose_name="初始密码"),
        ),
    ]
