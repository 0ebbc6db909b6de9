"""Conversations of people who do not exist, as Indonesian teenagers write: for the demo school only.

Each line is (side, text): s the seeker, p the supporter.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    topics: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]
    days_ago: int
    reason: str = "membaik"


CLOSED: tuple[Story, ...] = (
    Story(("belajar",), (
        ("s", "kak, remed matematika lagi. aku udah belajar tapi pas ujian blank"),
        ("p", "Makasih udah cerita. Pas blank itu rasanya kayak gimana?"),
        ("s", "tangan dingin, terus kayak lupa semua rumus"),
        ("p", "Kayaknya deg-degannya gede banget ya. Pernah nggak ada ujian yang lebih tenang?"),
        ("s", "pernah, pas aku ngerjain dari yang gampang dulu"),
        ("p", "Nah itu caramu sendiri. Mau dicoba lagi minggu depan?"),
        ("s", "iya kak, makasih ya"),
    ), 40),
    Story(("teman",), (
        ("s", "temen sebangku pindah duduk ke geng lain, aku jadi sendirian pas istirahat"),
        ("p", "Pasti aneh ya, yang biasanya bareng tiba-tiba nggak. Kamu biasanya ngapain pas istirahat sekarang?"),
        ("s", "ke perpus sih, baca komik"),
        ("p", "Ada orang lain yang kamu nyaman buat diajak ngobrol sedikit?"),
        ("s", "ada anak ekskul gambar, dia baik"),
        ("p", "Mungkin bisa mulai dari situ, pelan-pelan."),
        ("s", "oke kak kucoba"),
    ), 33),
    Story(("rumah",), (
        ("s", "ibu marah terus soal hp, padahal aku buat tugas kelompok"),
        ("p", "Capek ya dikira main terus. Biasanya marahnya kapan?"),
        ("s", "malem habis magrib"),
        ("p", "Pernah coba bilang ke ibu tugasnya sebelum mulai?"),
        ("s", "belum. nanti kucoba tunjukin chat grupnya"),
        ("p", "Semoga ibu jadi lebih paham. Ceritain ya hasilnya kalau mau."),
        ("s", "udah kak, ibu cuma minta aku selesai jam 9. hehe makasih"),
    ), 30),
    Story(("cinta",), (
        ("s", "aku naksir temen sekelas tapi dia deket sama sahabatku"),
        ("p", "Wah campur aduk ya. Bagian mana yang paling bikin kepikiran?"),
        ("s", "takut kehilangan sahabat"),
        ("p", "Berarti sahabatmu penting banget buat kamu."),
        ("s", "iya. kayaknya aku mending diem dulu"),
        ("p", "Boleh banget. Kalau makin berat, cerita lagi ya."),
    ), 28),
    Story(("perasaan",), (
        ("s", "tiap mau maju presentasi perutku sakit"),
        ("p", "Nggak enak banget pasti. Yang kamu bayangin apa pas mau maju?"),
        ("s", "takut diketawain"),
        ("p", "Pernah ada presentasi yang lumayan lancar?"),
        ("s", "pernah, pas ada temen yang duduk di depan terus senyumin aku"),
        ("p", "Bisa minta dia duduk di depan lagi?"),
        ("s", "bisa kak! kucoba besok"),
    ), 25),
    Story(("gim",), (
        ("s", "aku main gim sampe jam 1 malem, besoknya ngantuk di kelas"),
        ("p", "Makasih jujurnya. Kamu sendiri maunya gimana?"),
        ("s", "pengen kurangin tapi temen mabar semua"),
        ("p", "Kalau mabar sampai jam sepuluh aja, kira-kira bisa nggak?"),
        ("s", "bisa sih, bilang ke mereka dulu"),
    ), 21, "cukup"),
    Story(("pindah",), (
        ("s", "aku baru pindah dari luar kota, logatku diketawain"),
        ("p", "Selamat datang ya. Diketawainnya gimana?"),
        ("s", "kalo ngomong ditiruin, tapi ga jahat sih"),
        ("p", "Tetep aja bikin nggak nyaman ya."),
        ("s", "iya. tapi tadi ada yang ngajak makan bareng di kantin"),
        ("p", "Wah, awal yang bagus."),
        ("s", "iya kak, makasih udah nemenin"),
    ), 18),
    Story(("belajar", "lain"), (
        ("s", "bingung milih SMA atau SMK"),
        ("p", "Keputusan besar ya. Yang kamu suka kerjain apa?"),
        ("s", "bongkar-bongkar komputer"),
        ("p", "Kamu udah pernah tanya ke guru BK soal jurusannya?"),
        ("s", "belum, nanti kutanya"),
    ), 15, "cukup"),
    Story(("kehilangan",), (
        ("s", "kucingku mati kemarin. orang-orang bilang cuma kucing"),
        ("p", "Aku ikut sedih. Dia pasti berarti banget buat kamu."),
        ("s", "dia dari aku kelas 3 sd"),
        ("p", "Lama sekali ya. Wajar banget kalau kehilangan."),
        ("s", "makasih kak ga nganggep lebay"),
    ), 12),
    Story(("teman",), (
        ("s", "kerja kelompok aku terus yang ngerjain"),
        ("p", "Berat dong ngerjain sendirian. Mereka tahu kamu keberatan?"),
        ("s", "nggak, aku ga enakan"),
        ("p", "Kalau bilang satu kalimat aja, kira-kira apa?"),
        ("s", "aku bagian gambar, kalian bagian nulis ya"),
        ("p", "Jelas dan tetap sopan. Keren."),
        ("s", "udah kubilang di grup, mereka oke!"),
    ), 9),
    Story(("sendiri",), (
        ("s", "di kelas baru ga ada yang kenal aku"),
        ("p", "Masuk tempat baru memang bisa sepi ya."),
        ("s", "iya, tadi cuma ngobrol sama satu orang"),
        ("p", "Satu orang itu sudah langkah lho. Ngobrolin apa?"),
        ("s", "anime hehe, ternyata suka yang sama"),
    ), 6),
    Story(("tubuh",), (
        ("s", "jerawatku banyak, malu difoto kelas"),
        ("p", "Makasih udah cerita. Banyak yang ngerasain itu juga, tapi pasti tetap nggak enak ya."),
        ("s", "iya, temen bilang pake filter aja"),
        ("p", "Kamu sendiri nyamannya gimana?"),
        ("s", "kayaknya ikut foto tapi di belakang aja dulu"),
    ), 4, "cukup"),
)  # fmt: skip

LIVE: tuple[Story, ...] = (
    Story(("teman",), (
        ("s", "aku bingung mulai dari mana kak. dari minggu lalu grup kelas ga ngajak aku lagi"),
        ("p", "Hai, makasih udah mau cerita. Aku di sini, pelan-pelan aja ya."),
        ("p", "Kayaknya berat ya, tiba-tiba ditinggal begitu. Waktu itu kejadiannya gimana?"),
        ("s", "mereka bikin grup baru. aku taunya dari story"),
    ), 0),
    Story(("belajar", "perasaan"), (
        ("s", "sebulan lagi ujian, aku susah fokus belajarnya"),
        ("p", "Hai, makasih udah nulis. Biasanya kamu belajarnya kapan?"),
        ("s", "malem sih, tapi keburu ngantuk"),
    ), 0),
)  # fmt: skip

RED = Story(("perasaan",), (
    ("s", "kak aku capek banget sama semuanya"),
    ("p", "Aku dengerin. Capeknya dari mana aja?"),
    ("s", "aku udah ga mau hidup lagi, malam ini aku mau akhiri semuanya"),
), 0)  # fmt: skip

WAITING = Story(("rumah",), (("s", "di rumah lagi sering ribut, aku jadi ga betah. pengen cerita aja"),), 0)
FRIEND = "Temanku sering bolos makan siang dan bilang dirinya gendut. Aku khawatir, tapi takut dia marah kalau tahu aku cerita."
CONSULT = (
    "Kak, dia nanya aku pernah ngalamin juga nggak. Aku boleh cerita sampai mana?",
    "Boleh secukupnya, Dito. Satu kalimat, lalu kembalikan ke ceritanya dia.",
)
