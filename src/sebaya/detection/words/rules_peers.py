"""Rules about peers: bullying, hate, missing friends, gambling debts, conduct and harassment."""

RULES = [
    (
        "bullying",
        "bullying",
        "orange",
        """
        BULLYING ~8 LONGTIME|terus|setiap|tiap|seangkatan|kelas|sekelas|GANG|senior|kakak_kelas|guru|mpls|mulu|bulan|minggu|grup !LAUGH|seminar|FICTION|materi|anti|lomba
        LONGTIME|setiap|tiap|saben|terus|GANG|GANG|senior|kakak_kelas|kelas ~8 BULLYING !LAUGH|seminar|FICTION|materi|anti|lomba
        aku ~3 BULLYING !LAUGH|FICTION|seminar
        dipaksa|disuruh|FORCED|nyuruh ~4 nari|joget|sujud|merangkak|jongkok|push_up|cium_kaki|jilat|minum_air|telanjang|buka_baju|beliin|bayarin|nyemir|bawain|makan_sampah|ngerjain_tugas|ngerjain_pr|nyium & GANG|senior|mereka|kakak_kelas|geng|video|aku|divideoin|tiap|setiap|terus|kakel|anak !LAUGH|guru_olahraga|olahraga|latihan|paskib
        GANG|mereka|senior|kakak_kelas ~6 HURTS|HURTED|dipukul|mukulin|ngambil|rampas|malak|palak|minta_uang|ambil|nyobek|sobek|dirusak|rusakin|umpetin|nyembunyiin|sembunyiin|dorong|siram|nyiram|injak|ngelempar|lempar ~6 aku|uang|buku|tas|bekal|sepatu|bangku|barang & terus|setiap|tiap|minggu|bulan|sejak|takut|kantin|toilet|tidak_berani|LONGTIME|aku !LAUGH|GAME|bola|voli|basket
        dipalak|dipalakin|dipalaki|diperas|palak|malak|malakin|dipelak|minta_jatah|setoran & aku|uang|senior|kakak_kelas|tiap|setiap|teman|GANG|mereka|kakel|jajan !LAUGH|adik|es_krim|GAME|dasar
        uang|jajan ~4 diambil|dirampas|diminta|dipalak|diambilin ~5 kakak_kelas|senior|mereka|geng|GANG|tiap|setiap
        buku|tas|sepatu|baju|bangku|kursi|motor|sepeda|bekal|jilbab|alat ~3 disobek|dirobek|dibuang|disembunyiin|disembunyikan|dicoret|dirusak|diumpetin|ditarik|dibakar|dikempesi|disobek2|dilempar|dikencingin|diludahi|dipindahin & mereka|GANG|terus|setiap|sejak|kelas|tiap|aku|LONGTIME|teman !LAUGH|kucing|adik
        grup|gc|stiker|sticker|meme|akun|story|postingan ~8 aku|muka|foto|nama|wajah ~8 & ejek|ngatain|ngetawain|diketawain|hina|jelek|binatang|bahan|stiker_muka|malu|katain|BULLYING|bully|sebar|gosip|fitnah|menfess & GANG|kelas|mereka|seangkatan|sekelas|satu|semua|terus|angkatan|sekolah !LAUGH|lucu_banget
        dijadiin|jadi|dijadikan ~1 bahan|babu|samsak|bulan|badut|sasaran|target|pelampiasan|tumbal & GANG|terus|kelas|mereka|sejak|tiap|mulu|aku|LONGTIME|setahun !LAUGH|skripsi|kue
        dikucilkan|dikucilin|dijauhi|dijauhin|diasingkan|dimusuhin|didiemin|dicuekin|disindir|diboikot|excluded|ignored ~5 & kelas|teman|sekelas|semua|LONGTIME|sejak|mereka|GANG|terus|tahun|bulan|minggu|sengaja|angkatan|satu !LAUGH|pacar|crush
        tidak|nobody|gada|tidak_ada ~4 mau|ajak|ngajak|ngomong|sekelompok|duduk|bangku|talks ~5 & sekelas|bulan|kursi|dipindahin|pojok|kafir|sengaja|boikot|semester|disindir|satu_kelas & aku
        dipanggil|dikatain|dikatai|diejek|ngatain|diketawain|called|katain|manggil ~4 SLUR|INSULT|gendut|hitam|jelek|binatang|monyet|item|cungkring|kafir|cina|gajah|babi|miskin|anak_haram|bau|cupu|cacat|jerawat|pincang|bisu|tuli|kampungan & terus|setiap|GANG|mereka|kelas|seangkatan|LONGTIME|mpls|sejak|tiap|capek|teman|aku|semua|sakit|guru !LAUGH|ibu|ayah|FICTION|GAME
        guru|pak|bu|wali_kelas ~5 mempermalukan|permaluin|malu_maluin|ngatain|hina|menghina|bodoh_bodohin|katain|nyindir|ngeledek|sindir & aku|depan_kelas|kelas|terus|setiap|semua|bodoh !LAUGH|lucu
        menunggu|nungguin|nunggu|ngehadang|hadang|cegat|dicegat|dihadang ~5 gerbang|kantin|toilet|parkiran|pulang|gang|wc|belakang & kakak_kelas|senior|mereka|GANG|geng|aku|takut|uang !LAUGH|ojol|angkot|ibu|teman_pulang
        alat_bantu|kursi_roda|tongkat|jilbab|kerudung|kacamata ~5 disembunyikan|disembunyiin|ditarik|diambil|dilepas|dirusak
        bully|bullied|rundung|perundungan|bullying & aku|saya|adik|teman|sudah|terus & guru|senior|kelas|takut|tiap|bulan|sekolah|setiap|mereka|sejak|korban|setahun !!seminar !!materi !!anti !!lomba !!FICTION !!poster !!tugas
        dibully|bullied|dibuli|dirundung & aku|adik|teman|terus|kelas|sejak !!FICTION !!LAUGH
        senioritas|perpeloncoan|dipelonco|mos|mpls ~8 dipukul|ditampar|dipaksa|disuruh|HURTED|takut|jongkok|dihukum & senior|kakak_kelas|asrama|malam|kakak|pengurus !LAUGH|seru
        lapor|bilang|laporin|dilaporin|matur ~5 guru|wali|bk ~8 tidak|cuma|malah|sabar|biasa|percuma|dijarke|dibiarin|bercanda & BULLYING|mereka|setiap|dijadiin|terus|bahan|HURTED|lagi
    """,
        "statement",
    ),
    (
        "hate",
        "hate",
        "orange",
        """
        HATEWORD
        SLUR ~5 usir|pulang|bakar|bunuh|musnah|sesat|haram|mati|neraka|jijik|jangan_dekat|ludah & aku|mereka|dia|dasar|negara|kelas|disini !!FICTION !!sejarah !!materi
        pulang ~2 ke ~2 negara|papua|asal|cina|kampung & lo|kamu|aku|mereka|disuruh|nyuruh !mudik|liburan|lebaran
        karena|gara|krn ~3 aku ~3 SLUR|kristen|cina|papua|hindu|buddha|ahmadiyah|syiah|hitam|minoritas|katolik|tionghoa|chinese|muslim ~10 & sindir|disindir|dijauhin|diejek|kafir|bangku|ngelempar|dikatain|tidak_mau|tidak_ada|usir|BULLYING
        semua ~2 SLUR ~3 harus|mesti ~2 mati|pergi|diusir|dibunuh|dibakar
    """,
        "statement",
    ),
    (
        "friend_missing",
        "missing",
        "red",
        """
        FRIEND|teman|adik|dia|kakak|sepupu ~6 MISSING|tidak_pulang|belum_pulang|hilang|kabur|minggat|missing|ngilang ~8 & sejak|semalam|kemarin|malam|hari|hp|tidak_aktif|chat|terakhir|polisi|nyari|dicari|jam|tidak_ada_kabar !kucing|LAUGH|GAME|barang|dompet|ghosting|tipex|anjing|bola
        tidak|belum ~2 pulang ~6 sejak|dari|semalam|kemarin|dua_hari|2_hari|tiga_hari & adik|teman|kakak|sepupu|dia & hp|nomor|kontak|nyari|takut|tidak_aktif|tidak_bisa_dihubungi|chat|cari|bingung !kucing|LAUGH
        hp|hpnya|nomornya|nomor|hape|hapena|phone ~3 tidak_aktif|mati|off|pareum|tidak_bisa & DIE|pamit|surat|perpisahan|minta_maaf|maaf|story|pergi|goodbye|tidak_balik|jembatan|HEIGHT|mati & teman|dia|sepupu|kakak|pacar|adik|temen|sahabat
        pergi ~4 tanpa ~4 dompet|hp|pamit|bilang|apa & sejak|malam|status|mati|tenang|dia|adik|teman|kakak
        tidak|not ~2 answering|jawab|bales|balas|diangkat|respon|aktif & goodnight|FAREWELL|pamit|DIE|hapus|deleted|diary|surat|maaf_semua|obat|nyakitin|SUICIDE & teman|dia|friend|aku|alya|she
    """,
        "sign",
    ),
    (
        "friend_at_risk",
        "third_party_risk",
        "orange",
        """
        FRIEND|dia|seseorang|orang|kakak ~6 WISH ~3 DIE|SUICIDE|mati|bundir|VANISH|hidup !GAME|LAUGH|FICTION
        dia|ia|teman ~4 bilang ~6 DIE|SUICIDE|tidak_mau_hidup|tidak_ingin_hidup|capek_hidup|hidup_lagi|unalive !GAME|LAUGH|FICTION|THING|baterai
        teman|sahabat|dia|adik|kakak|pacar|kenalan ~5 CUTSELF|silet|nyilet|barcode
        teu|tidak ~1 hayang|ingin ~1 hirup|hidup & teman|babaturan|dia|manehna
        teman|dia|pacar|kakak ~6 depresi|nyakitin_diri|tidak_makan|pergi_selamanya|putus_asa & takut|khawatir|gimana|harus|bingung|bantu|tidak_tahu|bahaya !LAUGH|FICTION
    """,
        "statement",
    ),
    (
        "gambling_debt",
        "gambling_debt",
        "orange",
        """
        LOAN ~12 THREATENS|THREATENED|ditagih|nagih|teror|ancam|sebar|takut|rumah|kontak|tidak_bisa_bayar|bunga|kabur|telat|jatuh_tempo|juta|datang|debt & aku|ayah|ibu|kakak|pinjol|dc|keluarga|nama !LAUGH|lupa|gorengan|es_teh|pulpen|kantin|bu_kantin|tugas|budi|FICTION|materi|ekonomi
        pinjol|pinjaman_online|paylater|rentenir|debt_collector|depkol|dc ~10 & aku|ayah|ibu|ktp|kakak|data|rumah|foto|kontak & teror|takut|ditagih|nagih|ancam|bayar|sebar|telat|utang|juta|malu|datang|kabur|gimana|nama|bunga|terlilit !!FICTION !!seminar !!materi !!LAUGH
        GAMBLE ~12 utang|kalah|uang_spp|spp|jual|gadai|gadaikan|nyuri|mencuri|berhenti|kecanduan|nagih|juta|habis|uang|abis|saldo|ludes|tabungan|pinjol|ngutang|ketagihan|bayar & aku|teman|ayah|kakak|dia|ibu|kami !!FICTION !!seminar !!LAUGH !!materi
        aku ~6 GAMBLE & uang|kalah|berhenti|utang|spp|ketagihan|kecanduan|takut|bohong|habis|jual !!LAUGH !!seminar
        GAMBLE & utang|pinjol|ancam|ditagih|gadai|spp|THREATENED
        kecanduan|ketagihan ~2 GAMBLE|judi|slot
        utang|ngutang ~8 ancam|diancam|diteror|dipukul|HURTED|sebar|foto_ktp|ditagih|kejar|dikejar & aku|juta|senior|preman|orang|mereka|bandar !LAUGH|es|gorengan|budi
        ELDER|ayah ~4 GAMBLE|kalah_judi|judi|slot|judol
    """,
        "statement",
    ),
    (
        "conduct",
        "conduct",
        "orange",
        """
        SUPPORTER|pendamping|konselor|kakak_pendamping ~10 minta|ngajak|nyuruh|maksa|ajak|kasih|ngasih|nawarin|bilang ~6 foto|SECRET|ketemu|jumpa|nomor|CONTACT|GIFT|hotel|berdua|pacaran|rahasia|sayang|suka|jangan_bilang|peluk|pap|kado|hadiah|kosan|rumahnya|jadian|uang
        SUPPORTER ~8 TOUCHES|suka_sama_aku|naksir|nembak|pegang|ngajak_pacaran|ngajak_jalan|nembak_aku|cinta|sayang_aku|minta_foto|chat_malem|genit|gombal
        dia|kakak ~3 yang ~2 dampingin|dampingi|mendampingi ~2 aku ~6 minta|ngajak|nyuruh|maksa|suka|pegang|nembak|ajak|kirim|ngirim
        kakak|dia ~6 sesi ~6 minta|ngajak ~3 foto|nomor|ketemu|pacaran|pap|hp|jalan
    """,
        "statement",
    ),
    (
        "harassment",
        "harassment",
        "orange",
        """
        INSULT ~3 kamu|supporter|pendamping|konselor|lo
        kamu ~3 INSULT
        kirim|minta|mau_lihat|lihat|liat|send|show ~3 foto|pap|NUDES|body|badan|tt|toket|bugil|memek|kontol|nude|dada|paha ~2 kamu|lo|dong|donk|dulu|me !LAUGH|catatan|tugas|kelas|ktp|materi|soal|bukti
        kamu ~3 bugil|telanjang|sange|naked|seksi|seksi_banget|sexy|horny|toket|memek|montok|semok|ngewe|coli
        mau|ayo|yuk|ajak|pengen|ingin|let's ~2 ngewe|ngentot|ml|vcs|sex|coli|colmek|threesome|open_cam|tidur_sama_kamu|tidur_bareng_kamu|fuck !GAME|mabar|rank|push
        aku ~2 sange|horny|coli|colmek|ngaceng
        pake|pakai ~1 baju|bra|bh|daleman|celana_dalam ~1 apa
        warna ~1 bh|bra|daleman|celana_dalam|cd
        ngaceng|sange|kontolku|memekmu|toketmu|pepek|memek_kamu|toket_kamu
        mati|mampus|bunuh_diri ~1 saja ~2 kamu|lo|sana|sono !LAUGH
        kamu ~2 mati|mampus ~1 saja|sana !LAUGH|GAME|hp
        kys
    """,
        "statement",
    ),
    (
        "insult",
        "harassment",
        "yellow",
        """
        dasar ~2 INSULT !LAUGH|GAME
        kamu|lo ~2 tolol|goblok|bego|idiot|bodoh|lebay|cupu|sampah !LAUGH|GAME
        pendamping|konselor|supporter|layanan ~4 INSULT|sampah|tidak_guna|tidak_berguna|goblok|palsu
    """,
        "hint",
    ),
    (
        "peer_extremism",
        "other",
        "orange",
        """
        jihad|syahid|amaliyah|thoghut|khilafah|baiat|bom_bunuh|radikal|teroris ~8 aku|ikut|diajak|ajak|grup|rekrut|siap|rela|bergabung|join !!FICTION !!materi !!seminar !!sejarah !!tugas !!ppkn
    """,
        "statement",
    ),
]
