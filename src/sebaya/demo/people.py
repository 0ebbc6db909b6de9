"""Names of people who do not exist, put together from names used in many parts of Indonesia."""

GIVEN: dict[str, dict[str, list[str]]] = {
    "aceh": {
        "L": ["Teuku", "Fadhil", "Rahmad", "Muntasir", "Zulfan", "Iskandar", "Ridha"],
        "P": ["Cut", "Nurul", "Syifa", "Rahmi", "Intan", "Meutia", "Zahara"],
    },
    "ambon": {
        "L": ["Yosua", "Melki", "Rivaldo", "Jefri", "Samuel", "Frans", "Alfredo"],
        "P": ["Yohana", "Merry", "Febby", "Novita", "Priska", "Debora", "Anggi"],
    },
    "bali": {
        "L": ["Wayan", "Made", "Nyoman", "Ketut", "Gede", "Putu", "Agus"],
        "P": ["Kadek", "Luh", "Komang", "Sri", "Ayu", "Dewi", "Desak"],
    },
    "batak": {
        "L": ["Togar", "Parlindungan", "Ruben", "Hotman", "Jonathan", "Saut", "Daniel"],
        "P": ["Tiurma", "Rotua", "Martha", "Romauli", "Grace", "Lasma", "Ester"],
    },
    "betawi": {
        "L": ["Fikri", "Mahfud", "Rojali", "Syarif", "Fajar", "Ilham", "Zaki"],
        "P": ["Mumun", "Aisyah", "Leha", "Fatimah", "Nabila", "Salsabila", "Zubaidah"],
    },
    "bugis": {
        "L": ["Andi", "Baso", "Ambo", "Rusdi", "Firman", "Asdar", "Ikram"],
        "P": ["Besse", "Tenri", "Nurhayati", "Mulyana", "Indo", "Rahmawati", "Nur'aini"],
    },
    "dayak": {
        "L": ["Yulius", "Agustinus", "Lambung", "Paulus", "Tambun", "Kornelius", "Rangga"],
        "P": ["Nyai", "Kristina", "Monika", "Rosalia", "Bawi", "Angela", "Lidia"],
    },
    "jawa": {
        "L": ["Bagus", "Bayu", "Dimas", "Galih", "Joko", "Satrio", "Wahyu", "Aditya", "Rizky"],
        "P": ["Ratna", "Sekar", "Wulan", "Retno", "Lestari", "Puspita", "Ningrum", "Anisa"],
    },
    "madura": {
        "L": ["Moh.", "Hasan", "Ruslan", "Zainal", "Subhan", "Fauzan", "Matsuri"],
        "P": ["Siti", "Hosniyah", "Rofiqoh", "Sulaiha", "Maimunah", "Halimah", "Qomariyah"],
    },
    "minang": {
        "L": ["Reno", "Rafki", "Yusrizal", "Hendra", "Ihsan", "Farhan", "Buyung"],
        "P": ["Upik", "Rahmi", "Yulia", "Mutiara", "Suci", "Fitri", "Elok"],
    },
    "ntt": {
        "L": ["Yohanes", "Petrus", "Stefanus", "Gregorius", "Marselinus", "Dominikus"],
        "P": ["Maria", "Yasinta", "Theresia", "Fransiska", "Agnes", "Veronika"],
    },
    "papua": {
        "L": ["Yance", "Melianus", "Otis", "Nathan", "Yulianus", "Elias", "Simon"],
        "P": ["Yuliana", "Mince", "Orpa", "Dorkas", "Selfina", "Naomi", "Ribka"],
    },
    "sunda": {
        "L": ["Asep", "Dadan", "Ujang", "Cecep", "Gilang", "Ridwan", "Deni"],
        "P": ["Neng", "Euis", "Ai", "Rina", "Siti", "Nuraeni", "Yuyun"],
    },
    "tionghoa": {
        "L": ["Kevin", "Steven", "Hendrik", "Vincent", "Felix", "Andrew", "Wilson"],
        "P": ["Meilani", "Stephanie", "Cindy", "Vanessa", "Felicia", "Jessica", "Lina"],
    },
}
FAMILIES: dict[str, list[str]] = {
    "aceh": ["Syah", "Ulya", "al-Banna", "Harun"],
    "ambon": ["Pattirane", "Latumena", "Souhoka", "Tuanaya"],
    "bali": ["Suardana", "Wirawan", "Pradnyana", "Antari"],
    "batak": ["Siregara", "Hutapeak", "Simbolong", "Nababang"],
    "betawi": ["bin Jaya", "Ramadhan", "Hidayat", "Maulana"],
    "bugis": ["Daeng Rapi", "Palloge", "Mattana", "Sanrego"],
    "dayak": ["Tarung", "Asang", "Binti", "Lampang"],
    "jawa": ["Nugroho", "Prasetya", "Utomo", "Saputra", ""],
    "madura": ["Hasbullah", "Rahman", "Karim", ""],
    "minang": ["Koto", "Chaniage", "Piliange", "Tanjunge"],
    "ntt": ["Da Rato", "Belawa", "Nggoru", "Seranu"],
    "papua": ["Wandiki", "Rumbara", "Kogoyan", "Yarisetou"],
    "sunda": ["Sukmana", "Permana", "Gunawan", "Kurniasih"],
    "tionghoa": ["Halimun", "Wijayanto", "Tanuri", "Lesmani"],
}
PLACES = ["Kota Rekaan", "Kabupaten Contoh", "Pulau Misal", "Desa Umpama"]
TEACHERS: list[tuple[str, str, str]] = [
    ("Dra. Sri Handayaningrum", "kepala sekolah", "kepala@contoh.invalid"),
    ("Ratih Kumalasari, S.Pd.", "guru BK", "ratih@contoh.invalid"),
    ("Yosafat Tarigana, S.Psi.", "konselor", "yosafat@contoh.invalid"),
    ("Nyoman Suartika, S.Pd.", "koordinator program", "nyoman@contoh.invalid"),
    ("Hj. Mardiyah Lubisa, M.Pd.", "pemegang kunci kedua", ""),
    ("Pdt. Melki Souhoka, M.Th.", "pemegang kunci kedua", ""),
    ("Endang Pujiastutik, S.Kep.", "petugas jaga", ""),
    ("Baso Palloge, S.Pd.", "petugas jaga", ""),
    ("Drs. Parlindungan Nababang", "kesiswaan", ""),
    ("Eka Wandiki, S.Pd.", "guru piket", ""),
    ("Asep Sukmana, S.Pd.", "guru wali", ""),
    ("Wulan Prasetyani, S.Pd.", "wali kelas", ""),
    ("Rafki Piliange, S.Pd.", "guru wali", ""),
    ("Theresia Belawa, S.Pd.", "wali kelas", ""),
    ("Cut Meutia Harun, S.Pd.", "guru wali", ""),
    ("Kornelius Asang, S.Pd.", "wali kelas", ""),
    ("Zainal Hasbullah, S.Ag.", "guru wali", ""),
    ("Felicia Tanuri, S.Pd.", "wali kelas", ""),
    ("Ujang Permana, S.T.", "guru wali", ""),
    ("Rotua Simbolong, S.Si.", "wali kelas", ""),
    ("Made Pradnyana, S.Sn.", "guru wali", ""),
    ("Tenri Mattana, S.Pd.", "guru", ""),
    ("Galih Utomo, S.Pd.", "guru", ""),
    ("Yuliana Yarisetou, S.Pd.", "guru", ""),
    ("Mahfud Maulana, S.Pd.I.", "guru", ""),
    ("Agnes Nggoru, S.Pd.", "guru", ""),
    ("Hendra Koto, S.Kom.", "guru", ""),
    ("Stephanie Lesmani, S.Pd.", "guru", ""),
    ("Dimas Saputra, S.Or.", "staf", ""),
    ("Maimunah Rahman, A.Md.", "staf", ""),
]
