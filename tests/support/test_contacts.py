"""Contact details are found however they are written; numbers that save lives and ordinary talk pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sebaya.support.rules.contacts import find


@pytest.mark.parametrize(
    "text",
    [
        "nomorku 081234567890",
        "wa aja 0812-3456-7890 ya",
        "+62 812 3456 7890",
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "O812 3456 789O",
        "0812.3456.7890",
        "nol delapan satu dua tiga empat lima enam tujuh delapan",
        "nol lapan 1 2 tiga 4 lima 6 tujuh 8",
        "zero eight one two three four five six seven eight",
        "ig: melati_07",
        "ig ku melati.putih",
        "akun gue namanya bintang_kecil",
        "follow @melati_07 dong",
        "imelku melati@contoh.id",
        "melati (at) contoh titik com",
        "wa.me/62812345678",
        "https://t.me/melati",
        "discord: rusa#biru1",
        "discord budi#1234",
        "add ig: b u d i . k e r e n",
        "follow tiktokku budikeren ya",
        "nomerku delapan satu dua tiga empat lima enam tujuh",
    ],
)  # fmt: skip
def test_contact_is_found(text: str) -> None:
    assert find(text)


@pytest.mark.parametrize(
    "text",
    [
        "telepon 112 atau 119 ext 8",
        "SAPA 129 bisa dihubungi",
        "nilaiku 75 terus 80 terus 90",
        "ulangan tanggal 12 bulan 8 jam 10",
        "tahun 2012 aku lahir",
        "satu dua tiga, mulai",
        "kelas 8, umur 14, adik 2 kakak 1",
        "dia kirim story di ig terus",
        "aku main line dance",
        "teman satu kelas dua puluh orang",
        "aku dapat 100000 dari ibu",
        "harga bukunya 85.000 kak",
        "x + y = 12, terus 2x = 8",
        "dm ig ku ya, eh ga boleh ya",
        "grup line kelas rame terus",
        "tugasnya nomor satu dua tiga empat lima",
        "aku pilih a, b, c, atau d ya",
        "wa grup: tugas nomor 5 dan 6",
    ],
)
def test_ordinary_talk_passes(text: str) -> None:
    assert find(text) == []


@given(st.text(max_size=300))
def test_spans_lie_within_the_text(text: str) -> None:
    for contact in find(text):
        assert 0 <= contact.start < contact.end <= len(text)
