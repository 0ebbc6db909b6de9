"""Ordinary school chat put together from parts: thousands of harmless messages for training.

Hard messages teach where danger begins; these teach how wide normal life is. Deterministic.

    python tests/detection/tools/ordinary.py 2500 > tests/detection/corpus/own/ordinary_made.jsonl
"""

import json
import random
import sys

SEED = 20261121

PARTS: dict[str, list[str]] = {
    "me": ["aku", "gue", "gw", "saya", "ak"],
    "neg": ["ga", "gak", "nggak", "tidak", "ngga", "belum"],
    "very": ["banget", "bgt", "pisan", "bener"],
    "lesson": [
        "matematika",
        "fisika",
        "kimia",
        "biologi",
        "sejarah",
        "bahasa inggris",
        "b.indo",
        "ekonomi",
        "geografi",
        "agama",
        "pjok",
        "seni budaya",
        "prakarya",
        "informatika",
        "ppkn",
        "sosiologi",
        "mtk",
        "bahasa arab",
        "bahasa jawa",
        "bahasa sunda",
    ],
    "work": [
        "pr",
        "tugas",
        "ulangan",
        "kuis",
        "remed",
        "presentasi",
        "praktikum",
        "laporan",
        "makalah",
        "hafalan",
        "ujian",
        "kerja kelompok",
    ],
    "club": [
        "futsal",
        "basket",
        "voli",
        "paskibra",
        "pramuka",
        "osis",
        "tari",
        "paduan suara",
        "rohis",
        "pmr",
        "teater",
        "fotografi",
        "robotik",
        "silat",
        "karate",
        "band",
        "mading",
        "english club",
        "badminton",
        "catur",
    ],
    "food": [
        "seblak",
        "bakso",
        "mie ayam",
        "es teh",
        "batagor",
        "cilok",
        "nasi goreng",
        "ayam geprek",
        "martabak",
        "boba",
        "risol",
        "gorengan",
        "soto",
        "pecel",
        "nasi uduk",
        "es kopi",
        "roti bakar",
        "siomay",
        "telur gulung",
        "sate",
    ],
    "place": [
        "kantin",
        "perpus",
        "lapangan",
        "lab",
        "aula",
        "uks",
        "ruang osis",
        "masjid sekolah",
        "kelas",
        "gerbang",
        "parkiran",
        "koperasi",
        "ruang guru",
        "rumah nenek",
        "warung depan",
        "alun-alun",
        "toko buku",
        "ruang musik",
        "halte",
        "gor",
    ],
    "kin": [
        "mama",
        "papa",
        "ibu",
        "ayah",
        "bapak",
        "kakak",
        "adek",
        "nenek",
        "kakek",
        "tante",
        "om",
        "sepupu",
        "bokap",
        "nyokap",
        "abang",
    ],
    "friend": [
        "temen sebangku",
        "sahabatku",
        "Rani",
        "Dito",
        "Salsa",
        "Bagas",
        "Putri",
        "anak kelas sebelah",
        "ketua kelas",
        "temen les",
        "Nadia",
        "Fajar",
        "temen satu ekskul",
        "Intan",
        "Yoga",
        "geng belakang",
        "temen kos",
        "Ayu",
        "kakak kelas",
    ],
    "teacher": [
        "bu Rina",
        "pak Joko",
        "bu Sari",
        "pak Budi",
        "wali kelas",
        "guru bk",
        "bu Lastri",
        "pak Dedi",
        "pelatih",
        "pembina",
    ],
    "when": [
        "besok",
        "nanti sore",
        "tadi pagi",
        "kemarin",
        "malam ini",
        "hari senin",
        "abis magrib",
        "pas istirahat",
        "minggu depan",
        "sabtu",
        "habis pulang sekolah",
        "jam 3",
        "tadi siang",
        "semalem",
        "lusa",
        "jumat",
    ],
    "thing": [
        "buku catatan",
        "pulpen",
        "charger",
        "laptop",
        "sepatu",
        "topi",
        "dasi",
        "jaket",
        "botol minum",
        "kalkulator",
        "kamus",
        "bola",
        "gitar",
        "kamera",
        "seragam olahraga",
        "tas",
        "helm",
        "payung",
        "headset",
        "speaker",
    ],
    "good": [
        "seneng",
        "lega",
        "bangga",
        "semangat",
        "ketawa",
        "nyaman",
        "kagum",
        "puas",
        "bersyukur",
        "deg2an tapi seru",
    ],
    "small": [
        "agak gugup",
        "rada bingung",
        "sedikit sedih",
        "kesel dikit",
        "capek",
        "ngantuk",
        "bosen",
        "malu",
        "grogi",
        "bete",
        "deg-degan",
        "pusing dikit",
        "kangen rumah dikit",
        "males dikit",
        "lapar",
    ],
    "end": [
        "",
        "",
        "",
        " hehe",
        " ya",
        " kak",
        " wkwk",
        " dong",
        " nih",
        " deh",
        " sih",
        " 😄",
        " haha",
        " :)",
        " loh",
    ],
}

FRAMES = """
{work} {lesson} dikumpul {when} ga{end}
{me} {neg} ngerti {lesson} bab 3, ada yang bisa ngajarin{end}
{when} {me} ke {place} sama {friend}{end}
{kin} {me} masak {food} {when}, enak {very}{end}
{friend} ngajak {me} ikut {club}, tapi jadwalnya bentrok sama les{end}
{me} {small} soal {work} {lesson} {when}{end}
{teacher} bilang {work} {lesson} boleh dikerjain berdua{end}
latihan {club} {when} pindah ke {place}{end}
ada yang liat {thing} {me} ga, ketinggalan di {place}{end}
pinjem {thing} dong, punya {me} dibawa {kin}{end}
{me} abis makan {food} sama {friend} di {place}{end}
nilai {lesson} {me} naik, {good} {very}{end}
{kin} {me} nanya terus soal {work}, padahal udah kelar{end}
{friend} ultah {when}, enaknya kasih kado apa{end}
{when} hujan deres, {me} nunggu di {place} sambil makan {food}{end}
{me} lupa bawa {thing}, dimarahin {teacher} dikit{end}
menurut kakak mending {club} atau {club2}{end}
{me} lagi diem2an sama {friend} gara2 {work} kelompok{end}
udah baikan sama {friend}, tadi jajan {food} bareng{end}
makasih ya kak, {me} jadi {good}{end}
kamu udah coba ngobrol sama {teacher} soal {lesson}?
apa yang bikin kamu {small} pas {work}?
gimana {work} {lesson} tadi, lancar?
wajar kok kalau {small} sebelum {work}, aku juga gitu
{when} kita ketemu di {place} jam biasa ya
kamu biasanya ngapain kalau lagi {small}?
{kin} {me} {small} karena kerjaan, tapi tadi udah ketawa lagi{end}
{me} pengen jago {lesson} kayak {friend}{end}
{me} pengen {food} malem2 gini{end}
tadi {club} menang lawan sekolah sebelah, {good}{end}
{me} kalah lomba {club}, {small} tapi gapapa{end}
{friend} pindah sekolah {when}, {me} {small}{end}
jadwal {work} {lesson} diganti {when} kata {teacher}{end}
{thing} {me} rusak, {kin} bilang nanti dibeliin{end}
{me} telat gara2 angkot ngetem, disuruh nyapu {place}{end}
{me} naksir {friend}, tapi diem aja{end}
{kin} ngomel karena {me} main hp terus{end}
{me} begadang ngerjain {work} {lesson}, ngantuk {very}{end}
ga sabar {when} mau ke {place} bareng {kin}{end}
{me} mau tanya soal beasiswa dan jurusan {lesson}{end}
Selamat siang, apakah {work} {lesson} dapat dikumpulkan {when}?
Saya ingin mendaftar {club}. Apakah masih dibuka sampai minggu depan?
Saya {small} menjelang {work} {lesson}, tetapi {teacher} sudah memberi latihan soal.
{friend} membantu saya mengerjakan {work} {lesson} di {place}.
Terima kasih, penjelasan Kakak tentang {lesson} membuat saya {good}.
Orang tua saya mendukung saya ikut {club} asalkan nilai {lesson} tetap baik.
I have a {lesson} quiz and I'm a bit nervous, any tips{end}
we won the {club} match, everyone had {food} after{end}
my {kin} packed {food} for lunch lol
can we meet at {place} {when} for the group work?
{friend} and I are fine again, we just talked it out
sorry late reply, tadi ada {club}{end}
literally ngakak liat {friend} jatoh pas {club} wkwk
guys {work} {lesson} nomor 5 gimana caranya{end}
mumet garapan {lesson}, sesuk dikumpulke{end}
aku karo {friend} arep tuku {food} neng {place}{end}
abdi sareng {friend} bade latihan {club} {when}
hayu urang {food} heula saacan {club}{end}
tadi {teacher} cerita lucu, satu kelas ketawa{end}
{me} kebagian piket di {place} {when}{end}
{me} beli {thing} baru pake tabungan sendiri{end}
{me} mimpi telat {work}, kebangun jam 3 terus tidur lagi{end}
{kin} {me} lagi sakit flu, jadi {me} yang jaga warung{end}
kucing {me} tidur di atas {thing}, lucu {very}{end}
film yang {friend} saranin seru, kita nonton di rumah {kin}{end}
{me} main game sama {friend} sampe lupa {work}{end}
hp {me} mati pas mau foto {food}{end}
lampu di {place} mati, {club} jadi bubar{end}
oke kak, {when} {me} coba ngomong sama {friend}{end}
{me} pulang dulu ya, dijemput {kin}{end}
"""


def message(chooser: random.Random) -> str:
    frame = chooser.choice(FRAMES.strip().splitlines())
    words = {name: chooser.choice(options) for name, options in PARTS.items()}
    words["club2"] = chooser.choice(PARTS["club"])
    return frame.format(**words)


def main(count: int) -> None:
    chooser = random.Random(SEED)
    made: dict[str, None] = {}
    while len(made) < count:
        made[message(chooser)] = None
    for number, text in enumerate(made, 1):
        row = {"id": f"o{number:05d}", "text": text, "level": "none", "category": "ordinary", "kind": "chat"}
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]))
