import pytest

from sebaya.detection import Author, Level, detect


def level(text: str, author: Author = Author.UNKNOWN) -> str:
    return detect(text, author).level.code


RED = [
    ("suicide", "malam ini aku mau bunuh diri"),
    ("suicide", "udah nyiapin talinya, tinggal berani apa engga"),
    ("suicide", "I took all the pills, I'm so sleepy now"),
    ("suicide", "surat bunuh diri udah jadi buat mama"),
    ("suicide", "gw di atap sekolah skrg, mau loncat"),
    ("self_harm", "darahnya ga berenti kak"),
    ("violence", "besok gw bawa pisau ke sekolah biar dia tau rasa"),
    ("danger", "ayah ngamuk bawa golok, aku sama adek ngumpet di lemari"),
    ("sexual", "barusan aku diperkosa, masih di kamar mandi"),
    ("psychosis", "suara di kepala nyuruh gw bunuh adek"),
    ("substance", "temen gw abis minum oplosan ga bangun2 bibirnya biru"),
    ("missing", "temenku belum pulang dari semalem, hpnya mati, udah dicari kemana2"),
    ("third_party", "temenku bilang malam ini mau bunuh diri"),
]
ORANGE = [
    ("suicide", "pengen mati aja"),
    ("suicide", "pengen tidur selamanya"),
    ("suicide", "pengen nyusul almarhum nenek"),
    ("suicide", "i don't want to live anymore"),
    ("suicide", "wis ra kuat urip, pengen mati"),
    ("suicide", "teu hayang hirup deui"),
    ("self_harm", "abis silet tangan lagi"),
    ("abuse", "bapak suka mukulin aku pake gesper"),
    ("sexual", "om suka grepe aku kalo rumah sepi"),
    ("image", "dia ngancem nyebarin foto bugil aku kalo ga transfer"),
    ("exploitation", "aku mau dinikahin sama orang umur 30 habis lulus smp"),
    ("pregnancy", "aku hamil kak, takut"),
    ("eating", "tiap abis makan aku muntahin biar kurus"),
    ("substance", "aku kecanduan tramadol, susah berhenti"),
    ("bullying", "tiap hari dipalak kakak kelas sambil dipukul"),
    ("gambling", "utang pinjol gara2 judol, ditagih debt collector tiap hari"),
    ("third_party", "temenku cerita dia pengen mati"),
]
NONE = [
    ("homonym", "mati lampu cuy"),
    ("homonym", "hp gw mati, batre abis"),
    ("homonym", "cutting stiker buat jaket angkatan"),
    ("hyperbole", "tugas kimia bikin mau mati wkwk"),
    ("fiction", "di film itu tokohnya bunuh diri, sedih bgt ceritanya"),
    ("ordinary", "kak besok jadi latihan jam 3 di lapangan?"),
    ("ordinary", "makasih ya kak udah bantuin"),
    ("ordinary", "nilai mtk ku 45, mau minta tips belajar"),
]


@pytest.mark.parametrize(("theme", "text"), RED)
def test_detect_red_needs_an_adult_now(theme, text):
    assert level(text) == "red"


@pytest.mark.parametrize(("theme", "text"), ORANGE)
def test_detect_orange_needs_an_adult_today(theme, text):
    assert detect(text).level >= Level.ORANGE


@pytest.mark.parametrize(("theme", "text"), NONE)
def test_detect_harmless_raises_no_alarm(theme, text):
    assert detect(text).level < Level.ORANGE


@pytest.mark.parametrize(
    "text",
    [
        "bercanda kok, tapi gw udah beli obatnya buat mati",
        "wkwkwk udah nyiapin tali buat gantung diri",
        "haha santai, obatnya udah gw minum semua",
        "ga usah panik lol, darahnya ga berenti",
    ],
)
def test_detect_joking_never_silences_evidence(text):
    assert detect(text).level >= Level.ORANGE


@pytest.mark.parametrize(
    "text",
    [
        "b*ndir aja kali",
        "pengen m4ti",
        "p e n g e n  m a t i",
        "pengenmati",
        "pengen mаti",
        "pengen matiiii",
        "PENGEN MATI",
        "bvndir mlm ini",
        "pengenm4tiajamalamini",
    ],
)
def test_detect_sees_through_disguise(text):
    assert detect(text).level >= Level.ORANGE


@pytest.mark.parametrize("author", [Author.SUPPORTER, Author.COUNSELLOR])
@pytest.mark.parametrize(
    "text",
    [
        "apa kamu kepikiran buat mengakhiri hidup?",
        "are you thinking about suicide?",
        "kamu lagi kepikiran buat nyakitin diri sendiri ga?",
        "kalau ada yang mukul kamu di rumah, itu bukan salah kamu",
    ],
)
def test_detect_safety_question_of_a_helper_raises_nothing(text, author):
    assert detect(text, author).level is Level.NONE


def test_detect_own_distress_of_a_supporter_counts():
    assert detect("aku sendiri pengen mati rasanya", Author.SUPPORTER).level >= Level.ORANGE


def test_detect_report_of_a_supporter_counts():
    note = "dia cerita bapaknya suka mukul dia kalau mabuk"
    assert detect(note, Author.SUPPORTER).level >= Level.ORANGE


@pytest.mark.parametrize(
    "text",
    [
        "kirim foto kamu dong",
        "jangan bilang konselor ya, ini rahasia kita berdua",
        "minta nomor wa kamu dong, lanjut di sana aja",
        "ketemuan berdua di luar yuk",
        "aku suka sama kamu, mau jadi pacarku?",
        "boleh liat foto kamu ga",
        "nanti malem ketemu di taman belakang ya, kamu dateng sendiri",
        "jangan sampaikan ke guru BK kalo kita ngobrol",
        "jadian yuk",
    ],
)
def test_detect_conduct_of_a_supporter_is_flagged(text):
    finding = detect(text, Author.SUPPORTER)
    assert finding.level >= Level.ORANGE
    assert finding.category == "conduct"


@pytest.mark.parametrize(
    "text",
    [
        "gimana rasanya liat fotonya?",
        "semoga fotonya bagus ya",
        "kedengerannya kamu nemu jalan tengah sendiri",
        "kalau kamu chat pribadi, menurutmu dia mau?",
        "kamu boleh cerita pelan-pelan, ga perlu cerita semua ke guru sekaligus",
    ],
)
def test_detect_open_question_of_a_supporter_is_no_conduct(text):
    assert detect(text, Author.SUPPORTER).level < Level.ORANGE


def test_detect_conduct_told_by_a_seeker_is_flagged():
    assert detect("pendampingku minta foto aku dan nomor wa", Author.SEEKER).level >= Level.ORANGE


def test_detect_harassment_of_a_supporter_is_flagged():
    assert detect("kamu pake bh warna apa, kirim foto dada kamu dong", Author.SEEKER).level >= Level.ORANGE


@pytest.mark.parametrize(
    ("text", "adults_only"),
    [
        ("aku hamil kak, takut", True),
        ("bapak suka mukulin aku pake gesper", True),
        ("kak besok jadi latihan?", False),
    ],
)
def test_detect_names_topics_for_adults_only(text, adults_only):
    assert detect(text).adults_only is adults_only


@pytest.mark.parametrize("text", ["", " ", "\n\t", "...", "\u200b"])
def test_detect_nothing_in_nothing(text):
    finding = detect(text)
    assert (finding.level, finding.category, finding.clues) == (Level.NONE, None, ())


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("malam ini aku mau bunuh diri karena dia", "suicide"),
        ("aku mau bunuh diri, semua orang jahat", "suicide"),
        ("besok gw bawa pisau ke sekolah, gw tusuk dia", "violence_threat"),
        ("ayah ngamuk bawa golok, aku sama adek ngumpet di lemari", "neglect_danger"),
    ],
)
def test_detect_names_the_weightiest_category(text, category):
    assert detect(text).category == category


def test_detect_shows_clues_in_order_of_level():
    levels = [clue.level for clue in detect("aku mau bunuh diri malam ini, talinya udah siap").clues]
    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize("text", ["nanti malem aku bales chat dia", "aku lagi mandi, bentar ya"])
def test_detect_everyday_words_are_no_threat(text):
    assert detect(text).level is Level.NONE
