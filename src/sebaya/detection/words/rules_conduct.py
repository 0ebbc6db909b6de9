"""Rules about what a supporter must not ask of a seeker; they apply to text by helpers only."""

RULES = [
    (
        "conduct_secrecy",
        "conduct",
        "orange",
        """
        jangan ~2 bilang|kasih_tahu|cerita|lapor|ngomong|ceritain|kasitau|bilangin ~5 konselor|guru|siapa|orang|pembina|bk|siapa_siapa|siapapun|ibu|mama|kakak !takut|janji_rahasia|diminta
        rahasia|secret ~3 kita|berdua|antara_kita !tidak|batas|menjaga|jaminan|bukan|can't
        cukup ~2 kita ~2 berdua|yang_tahu
        jangan ~2 ditulis|dicatat|sampaikan|disampaikan|dilaporkan ~6 catatan|laporan|guru|bk|konselor|pembina|kita
        tidak ~1 perlu|usah ~1 cerita|bilang|lapor|memberi|kasih|beritahu|ngasih ~3 konselor|guru|pembina|bk|orangtua|siapa !kalau|takut|khawatir|maksa|terburu|semua|sekaligus|pelan|dulu|boleh
        jangan ~1 sampai ~2 ada ~3 tau|tahu|lihat !takut|kamu_takut|khawatir
        hapus ~3 chat|chatnya|percakapan|pesan ~2 ya|dong|ini|kita
        jangan ~3 lewat ~2 aplikasi|sini|sebaya
        our ~1 secret
        don't ~1 tell ~2 anyone|counsellor|teacher|them|your
    """,
        "statement",
    ),
    (
        "conduct_contact",
        "conduct",
        "orange",
        """
        minta|bagi|kasih|kirim|mana|boleh|share|give|send ~3 nomor|no_wa|wa|ig|line|instagram|telegram|alamat|number|snap|discord|akun|username !tidak|aturan|kalian|konselor|hotline|layanan|sapa|bantuan|darurat|guru|bk|puskesmas|dia|jangan
        chat|chatan|ngobrol|lanjut|pindah|japri|telpon|call|dm|continue|move ~3 wa|whatsapp|ig|line|telegram|discord|dm|pribadi|di_luar|instagram !jangan|tidak_boleh|bukan|tidak|dia|menurut
        ini ~1 nomor|wa|ig ~2 aku
        nomor|wa|ig ~1 aku ~3 08|chat|aja|ya|follow
        follow|add ~2 ig|instagram|tiktok|aku
    """,
        "statement",
    ),
    (
        "conduct_photo",
        "conduct",
        "orange",
        """
        kirim|minta|bagi|send|kirimin|show ~3 foto|muka|selfie|video|wajah|body !catatan|soal|tugas|poster|jadwal|bukti|jangan|materi|dia|diminta
        lihat|mau|ingin|boleh|butuh ~2 foto|muka|selfie|video|wajah|body ~1 kamu|kamunya|dong|badan !catatan|soal|tugas|poster|jadwal|bukti|jangan|materi|dia|diminta|siapa|cerita
        fotoin ~2 kamu
        foto ~1 dong|dulu|sini !catatan|soal|tugas|poster|bareng|kelas
        foto ~2 kamu ~2 dong|mana|kirim
    """,
        "statement",
    ),
    (
        "conduct_meeting",
        "conduct",
        "orange",
        """
        jumpa|ketemuan|ketemu|jalan|nongkrong|nonton|hangout|date|meet|kencan ~4 berdua|luar|rumah|kosan|kos|kafe|cafe|mall|bioskop|malam|tempatku|my_place|diam !uks|perpustakaan|ruang|konselor|guru|bk|library|jalan_tengah|jalan_keluar|dia|teman|bayangin|menurut
        main|mampir|dateng|datang|ke ~2 rumah|kosan|kos|kamar ~1 aku
        aku ~2 jemput ~4 malam|rumah|berdua|kamu
        jumpa|ketemuan|ketemu ~3 kita|berdua ~1 saja
        jumpa|ketemuan|ketemu ~2 di ~5 ya|yuk ~3 kamu ~2 sendiri
        aku ~2 menjemput|jemput|jemputmu|menjemputmu ~2 malam|kamu|ya
    """,
        "statement",
    ),
    (
        "conduct_gift",
        "conduct",
        "orange",
        """
        aku ~3 beliin|kasih|transfer|bayarin|traktir|kirimin|beliin|kado|hadiahin|isiin|topup ~4 kamu|hadiah|kado|pulsa|uang|coklat|makan|kuota|boneka|diamond|gift !tau|semangat|info|contoh|waktu|saran|kesempatan|nomor_konselor|kabar
        pinjem|pinjam|minta|transfer|pinjemin|lend ~3 uang|duit|pulsa|money !teman|dia|diminta|pinjol
        kado|hadiah|gift ~3 kamu|buat_kamu|dari_aku
        aku ~2 belikan|beli|beliin ~1 kamu
    """,
        "statement",
    ),
    (
        "conduct_romance",
        "conduct",
        "orange",
        """
        aku ~3 suka|sayang|cinta|naksir|kangen|jatuh_cinta|rindu|baper|falling|love ~2 kamu !cara|cerita|semangat|keberanian|kalau
        jadi|mau ~2 pacar|pacarku|pacaran|jadian|cewek|cowok ~2 aku
        kamu ~3 cantik|ganteng|manis|seksi|gemesin|imut|beautiful|handsome|cute !cerita|merasa|hati
        peluk|cium|pegang ~2 kamu !boleh_cerita|jarak_jauh|orang|ada|dia
        kita ~2 pacaran|jadian|pdkt
        sayang|beb|baby|honey|cantik|ganteng ~1 & kamu & sayangku|beb|cantikku|baby|muach|mwah
        i_love ~1 kamu
        jadian ~1 yuk|yu|aja|dong
        kamu ~1 special|spesial|istimewa ~2 aku
        mikirin|thinking_about|mimpiin ~1 kamu ~1 terus|all|mulu
    """,
        "statement",
    ),
]
