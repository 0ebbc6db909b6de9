from django.db import migrations, models
from django.db.models import F, Q

LEVELS = [("yellow", "Kuning"), ("orange", "Jingga"), ("red", "Merah")]


def call_what_is_open(apps, schema_editor):
    """Flags that are open while the programme is brought up to date are called on."""
    flags = apps.get_model("flags", "Flag").objects
    flags.filter(state="terbuka", level__in=["red", "orange"]).update(call_at=F("due"))


class Migration(migrations.Migration):
    dependencies = [("flags", "0001_initial")]

    operations = [
        migrations.AddField(model_name="flag", name="call_at", field=models.DateTimeField(null=True)),
        migrations.AddIndex(
            model_name="flag",
            index=models.Index(condition=Q(state="terbuka"), fields=["call_at"], name="flag_to_call"),
        ),
        migrations.AddField(  # until now red alone called
            model_name="call",
            name="level",
            field=models.CharField(choices=LEVELS, default="red", max_length=8),
            preserve_default=False,
        ),
        migrations.RunPython(call_what_is_open, migrations.RunPython.noop),
    ]
