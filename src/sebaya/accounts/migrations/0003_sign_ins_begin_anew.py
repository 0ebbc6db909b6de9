"""Sign-ins made before are deleted (docs/decide/0010): the server key alone opens their rows, and nobody could
seal them anew under cookies that only the browsers have. Everybody signs in once more.
"""

from django.db import migrations


def end_all(apps, schema_editor):
    apps.get_model('accounts', 'SignIn').objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_initial'),
    ]

    operations = [
        migrations.RunPython(end_all, migrations.RunPython.noop),
    ]
