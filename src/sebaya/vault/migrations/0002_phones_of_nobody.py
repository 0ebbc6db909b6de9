"""Copies for phones no longer name their holder (docs/decide/0010).

Rows made before cannot come along: whose they are would have to be sealed under secrets that only the phones
have. The old table is dropped with them, and students set their PIN again.
"""

from django.db import migrations, models

import sebaya.communities.ids
import sebaya.vault.models


def give_epochs(apps, schema_editor):
    """Each holder an epoch of their own; the order of ids, so that rewritten rows lie in no telling order."""
    holders = apps.get_model('vault', 'Keyholder').objects
    for pk in list(holders.order_by('pk').values_list('pk', flat=True)):
        holders.filter(pk=pk).update(device_epoch=sebaya.vault.models.fresh_epoch())


class Migration(migrations.Migration):

    dependencies = [
        ('vault', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='keyholder',
            name='device_epoch',
            field=models.BinaryField(default=b'', max_length=16),
        ),
        migrations.RunPython(give_epochs, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='keyholder',
            name='device_epoch',
            field=models.BinaryField(default=sebaya.vault.models.fresh_epoch, max_length=16),
        ),
        migrations.DeleteModel(
            name='DeviceCopy',
        ),
        migrations.CreateModel(
            name='DeviceCopy',
            fields=[
                ('id', sebaya.communities.ids.RandomIdField(default=sebaya.communities.ids.new_id, editable=False, max_length=16, primary_key=True, serialize=False)),
                ('mark', models.BinaryField(max_length=32, unique=True)),
                ('owner', models.BinaryField()),
                ('salt', models.BinaryField(max_length=16)),
                ('wrapped', models.BinaryField()),
                ('tries_left', models.PositiveSmallIntegerField(default=5)),
                ('ends', models.DateField()),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
