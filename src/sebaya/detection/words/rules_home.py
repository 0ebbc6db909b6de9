"""Rules about violence, danger at home, neglect and threats."""

RULES = [
    (
        "hurt_at_home",
        "abuse",
        "orange",
        """
        HURTED ~6 ELDER|KIN|PARTNER|ayah|ibu|suami !GAME|perih|GOODNEWS|MUNDANE|bantal
        ELDER|PARTNER ~5 HURTS !nyamuk|bantal|LAUGH|tv|telur|drum|bola|pintu_toko|rem|maling|kecoa|tikus|beduk
        ELDER|PARTNER ~3 suka|sering|selalu|setiap|mulai|pernah ~3 HURTS
        ELDER ~4 HURTS|main_tangan|kasar ~5 aku|ibu|adik|kakak
        aku|ibu|adik|adikku ~2 HURTED !GAME|LAUGH|bola|voli|badminton
        HURTED ~3 BELT|pakai|sampai|terus|setiap|hampir
        BELT ~3 melayang|kena|besi|ada_besinya & aku|ayah|ibu|badan
        BELT ~6 ELDER|ayah|HURTED & aku|HURTED|takut|badan|punggung
        melayang|mendarat ~3 aku|pipi|muka & gesper|tangan|BELT|sabuk
        WOUND ~8 ELDER|ayah|ibu|bapak|suami|PARTNER & bukan|karena|pukul|HURTED|HURTS|gara_gara|mabuk|jatuh|bilang
        WOUND ~4 bukan ~3 jatuh|kecelakaan|kepleset
        bukan ~2 jatuh & WOUND|lebam|ibu|ayah
        kdrt !seminar|materi|tugas|film
        lempar|ngelempar|melempar|dilempar|banting|throws|threw|nimpuk|dilempari ~4 piring|gelas|kursi|asbak|remote|botol|batu|helm & ELDER|aku|ibu|kena|kepala !LAUGH
        ribut|marah|mabuk|berantem ~6 banting|lempar|pukul|mukul|HURTS|HURTED|tampar & ELDER|PARTNER
        mabuk|mabok|drunk|judi|kalah ~6 HURTS|HURTED|ngamuk|marah & ELDER|rumah|ibu !bantal|LAUGH|GAME
        ELDER ~4 mabuk|mabok|drunk ~6 HURTS|ngamuk|teriak|marah|ngejar
        mendengar|denger|dengar|hear|lihat|liat|nonton|saksi ~4 ibu|kakak|adik ~3 HURTED|nangis|teriak|minta_tolong
        ibu ~2 HURTED
        nyesel|menyesal|wish|should_have ~4 ngelahirin|melahirkan|punya_anak|aborted|lahirin & aku|ibu|ayah
        aborted ~2 kamu|aku
        anak_haram|anak_setan|anak_pungut|anak_sial|anak_pembawa_sial & ibu|ayah|orangtua|dibilang|katain|nenek
        ELDER ~3 bilang ~5 sial|sampah|mati_saja|lonte|pelacur|anjing|haram|beban|nyesel|menyesal|bego|goblok|tidak_guna & aku|setiap|kamu
        dibilang|dikatain|dibilangin|dimaki|called ~4 sampah|lonte|pelacur|anak_haram|beban|anjing|goblok|bego|useless & ELDER|ibu|ayah|rumah
        POWER|guru ~5 HURTS|HURTED ~3 aku|murid|kami|anak|teman|kita !LAUGH|semangat|GAME|bola
        aku|kami|kita|santri|murid ~3 HURTED ~4 POWER|guru|senior|pengurus|pengasuh|pelatih !LAUGH|bola
        POWER|guru ~4 tampar|menampar|nampar|tendang|nendang|pukul|mukul|nonjok|meludahi|jemur|ngejemur|cambuk ~4 aku|kami|teman|kita
        HURTED ~4 PARTNER
        PARTNER ~4 HURTS ~2 aku
        PARTNER ~3 kasar|posesif|ngekang|ngelarang|mengontrol|controlling & HURTS|HURTED|ancam|takut|larang|hp|password|slapped
        slapped|choked|strangled|hit|pushed|grabbed ~2 aku & dia|PARTNER|ELDER|twice|already|he
        dia ~3 sudah ~1 HURTS ~1 aku
        THREATENS|ancam|mengancam|ngancem ~5 bunuh|mukul|pukul|usir|sebar|KILLS|putus|SPREADS|bunuh_diri
        kalau ~2 aku ~3 putusin|putus|minta_putus|tinggalin|break ~6 KILLS|DIE|SUICIDE|ancam|THREATENS|HURTS|nyesel|regret|SPREADS|sebar
        ditelanjangi|dibotakin|digunduli|dijemur|direndam|disundut|disetrika|dirantai|diborgol|dipasung|diikat & aku|adik|teman|dia|santri|anak|kami
        takut ~3 pulang & ELDER|ayah|HURTED|rumah|mukul|marah|mabuk|bokap
        tidak ~2 berani ~1 pulang|balik
        dipukul|dihajar|digebukin|dipukulin|HURTED ~6 nilai|rapor|rapot|ranking|telat|pulang_malam|bangun|ngompol & ELDER|aku|rumah|ayah|ibu
    """,
        "statement",
    ),
    (
        "danger_now",
        "neglect_danger",
        "red",
        """
        ELDER|PARTNER|dia|mereka|orang ~6 gedor|ngedobrak|mendobrak|dobrak|gedor2|breaking|banging|menggedor|nggedor|ngegedor|ketok2|gedor_gedor ~4 pintu|kamar|jendela
        pintu ~4 gedor|didobrak|digedor|dobrak|gedor2|breaking|digedor2
        breaking|dobrak|ndobrak ~2 pintu|down
        aku|adik|kami|kita ~6 HIDE ~8 ELDER|takut|ngamuk|mukul|HURTS|pisau|WEAPON|dia|mereka & ELDER|ngamuk|takut|golok|WEAPON|teriak|banting|mabuk|gedor|ayah !GAME|petak_umpet
        HIDE & ngamuk|HURTS|WEAPON|mabuk|banting|membanting|gedor|mecahin|memecahkan|teriak & ELDER|ayah|PARTNER|ibu|dia & sekarang|RIGHTNOW|lagi|masih|aku !!GAME !!petak
        ELDER|PARTNER|dia|saudara ~5 bawa|megang|pegang|ngacungin|mengacungkan|ambil|ngambil|nyari|holding|got|nodongin|todong ~4 WEAPON|golok|parang|pisau|celurit|linggis|balok|palu & aku|ibu|kami|adik|ngamuk|takut|sekarang|ngejar|teriak|rumah !kondangan|sawah|kebun|masak|kambing|qurban|kurban|daging|bawang
        WEAPON|golok|pisau|parang|celurit ~6 ngejar|dikejar|mengejar|nyamperin|kejar|todong|ditodong|nodong|leher|ngamuk & aku|ibu|ELDER|adik|dia
        ditodong|todong|ditodongin|nodong ~3 WEAPON|pisau|golok|celurit|pistol
        ELDER|PARTNER|dia ~4 ngejar|mengejar|kejar|chasing ~3 aku|ibu|adik|kami & takut|WEAPON|rumah|lari|HIDE|sekarang|pisau|kabur|HELPME|mabuk !LAUGH
        sekarang|lagi|masih|RIGHTNOW ~6 ngamuk|mukulin|mukul|HURTS|membanting|banting|ngehajar|nyekik & ELDER|ayah|PARTNER|suami & aku|ibu|adik|HIDE|takut|rumah|kamar|HELPME !LAUGH|GAME
        HELPME ~8 ayah|bapak|paman|ibu|stepdad|tiri|kakak|suami|pacar ~8 HURTS|HURTED|ngamuk|KILLS|mukul|WEAPON|breaking|mabuk|cekik|bunuh
        ELDER ~4 ngamuk ~8 sekarang|lagi|HELPME|HIDE|pisau|golok|adik|ibu|banting|mecahin
        EXPELLED & malam|sekarang|tadi|SOON|tidur_dimana|OUTSIDE|hujan|tidak_tahu|gatau|barusan|di_luar|jalan|RIGHTNOW & aku|baju|gue|OUTSIDE|gw|ayah|orangtua !GAME|kelas|kantin|satpam
        tidur ~3 OUTSIDE|jalan|terminal|masjid|mushola|emperan|stasiun|warnet & kabur|diusir|EXPELLED|tidak_berani|RUNAWAY|takut|pulang !mudik|camping|itikaf
        OUTSIDE|terminal|stasiun|alun_alun|jalan|masjid|halte & RUNAWAY|EXPELLED|minggat|kabur & aku|sendiri|malam|sekarang|takut|sendirian|dewekan|gatau !!GAME
        RUNAWAY ~6 rumah & tidak|sendiri|takut|malam|sekarang|tidak_berani & dihajar|dibunuh|KILLED|dihabisi|OUTSIDE|tidak_berani|tidur|uang|mana !ijin|izin|kucing|GAME
        LOCKED ~6 kamar|gudang|kamar_mandi|rumah|di_luar|luar|wc|toilet|kandang|gelap|room & ELDER|POWER|aku|senior|PARTNER|mereka|teman|adik & sekarang|RIGHTNOW|masih|HELPME|tadi|malam|sejak|tidak_bisa_keluar|tidak_dikasih|seharian|lama|takut|belum !LAUGH|lupa|kunci_cadangan|satpam
        aku|adik|dia|kami ~2 LOCKED ~5 sekarang|dari|sejak|kamar|luar|gudang|wc|toilet & takut|HELPME|ELDER|tidak|lapar|senior|gelap|sekarang|makan !lupa|LAUGH
        disekap|disekep !FICTION
        kalau ~3 aku ~2 pulang|balik|ketemu|buka ~5 KILLED|dihabisi|dihabisin|dibunuh|mati|HURTED|dihajar|kill & dia|ELDER|ayah|bapak|bilang|takut|kakak|mereka !LAUGH|nilai_jelek
        pulang|balik|bali ~4 KILLED|dihabisin|dientekke|dibunuh|KILLS|dihabisi|dientekno !LAUGH
        THREATENS|ancam|ngancem|mengancam|diancam ~3 KILLED|dibunuh|bunuh|KILLS|dihabisi|mau_bunuh
        ELDER|PARTNER|dia|bapak ~3 mau|akan|ancam|bilang ~4 bunuh|ngebunuh|membunuh|habisin|ngabisin|bacok|bakar ~3 aku|kami|ibu|adik|rumah|kita|keluarga !LAUGH|GAME
        diikutin|dikuntit|followed|diikuti|dibuntuti|FOLLOW ~8 sekarang|dari_tadi|takut|orang|mobil|motor|pulang|cowok|bapak|following & takut|sekarang|HELPME|sampai|masih|HIDE|tadi|deket|gerbang|sendirian|gang|dari !ig|instagram|tiktok|GAME|akun|anak_kucing|kucing
        ada ~4 FOLLOW ~3 aku ~8 sekarang|dari|takut|sampai|terus|pulang
        orang ~5 depan ~2 rumah|kosan|kos|pintu|gerbang ~8 tidak ~1 pergi|nunggu|ngintip & takut|sendirian|aku
        dicekik|nyekik|cekik|choking|strangling ~5 sekarang|tadi|barusan|HELPME|ibu|aku & ELDER|ayah|PARTNER|dia|mereka|RIGHTNOW !LAUGH
        rumah ~4 dibakar|kebakaran|api|ngebakar & ayah|ELDER|aku|HELPME|sekarang|dia|bensin
        bensin|minyak_tanah ~5 disiram|nyiram|siram|menyiram|bakar & ayah|ELDER|rumah|ibu|dia
        tidak ~1 aman ~3 malam|sekarang|rumah & ELDER|takut|aku|HIDE|ngamuk !kamu
        mecahin|memecahkan|membanting|ngancurin|pecahin|hancurin ~5 kaca|barang|piring|pintu|semua|lemari & sekarang|HIDE|masih|lagi|takut & ELDER|ayah|ibu|dia|bapak
        ibu|adik|kakak|nenek ~5 FAINT|berdarah|darah|tidak_bergerak & HURTED|HURTS|ayah|didorong|dipukul|sekarang|HELPME|kepala
        diculik|culik|kidnapped|diseret ~4 mobil|motor|aku|teman|dia|mereka|orang !FICTION|GAME|LAUGH
        dikeroyok|dihadang|dicegat|kejar|dikejar|dikepung ~6 sekarang|RIGHTNOW|geng|motor|sekolah_sebelah|gang|sajam|WEAPON|begal & aku|kami|teman|HIDE|HELPME|sembunyi !LAUGH|GAME|anjing|angsa
        satpam ~4 tutup|nutup & pulang|KILLED|dihabisin|takut
    """,
        "sign",
    ),
    (
        "neglect",
        "neglect_danger",
        "orange",
        """
        tidak ~2 dikasih|diberi|ada|punya|dapat ~2 makan|makanan|nasi|beras|uang_makan & ELDER|rumah|adik|hari|aku !kantin|diet|kucing|LAUGH|puasa
        beras|makanan|gas|nasi ~2 habis|abis & orangtua|ibu|ayah|adik|pergi|minggu|sendiri !kantin|warung|LAUGH
        orangtua|ibu|ayah|ortu ~4 pergi|kabur|ninggalin|tinggalin|tidak_pulang|belum_pulang|menghilang|hilang ~6 minggu|bulan|hari|tahun|lama|aku|kami|adik & makan|sendiri|adik|mi|uang|beras|listrik|tidak
        tinggal|hidup ~2 sendiri|sendirian ~6 rumah|kos|kontrakan & orangtua|ibu|ayah|makan|uang & tidak|belum|habis|sejak
        belum|tidak ~2 makan ~5 kemarin|dua_hari|2_hari|tiga_hari|3_hari|hari|senin|selasa & rumah|orangtua|ibu|ayah|tidak_ada|uang|adik|sendiri|nasi !puasa|diet|kurus
        dikurung|dikunciin|LOCKED ~5 rumah|kamar|gudang|luar|kamar_mandi & ELDER|POWER|aku|adik
        LOCKED ~4 ELDER|ayah|ibu|POWER|guru
        ditinggal|ditinggalin|ditelantarin|ditelantarkan|terlantar|abandoned|dibuang ~4 orangtua|ibu|ayah|sendiri|keluarga|nenek|adik|kecil !LAUGH|mudik|rombongan|bis
        tidak ~2 dibawa|dikasih ~2 berobat|dokter|obat|rs & sakit|demam|ELDER|luka
        disuruh|suruh|dipaksa|FORCED ~4 kerja|ngemis|jualan|mengemis|ngamen|nyopet|mulung|kuli & ELDER|ayah|sekolah|sampai|malam|subuh|tidak_boleh|berhenti|tidak_sekolah !kelompok|tugas|bakti
        tidak ~2 boleh|dibolehin|diijinin|dikasih ~2 sekolah|keluar_rumah & ELDER|dikurung|ayah|HURTED
        EXPELLED ~4 rumah|ayah|ibu|ELDER|orangtua|kos|tiri !LAUGH
        ELDER ~4 EXPELLED
        baju ~3 dilempar|dibuang|dibakar ~4 luar|teras|jalan|depan & ELDER|rumah|aku|kunci
        RUNAWAY ~4 rumah|omah & mau|pengen|ingin|rencana|sudah|semalam|tadi & ELDER|tidak_tahan|tidak_kuat|dipukul|aku|HURTED !ijin|izin|kucing
        WISH|mau|rencana|siap ~3 RUNAWAY ~3 rumah|sini|pondok|asrama !LAUGH|SCHOOLWORK|pelajaran
        air|listrik ~2 diputus|dicabut|mati ~6 bulan|minggu & orangtua|sendiri|adik|pergi
    """,
        "statement",
    ),
    (
        "threat",
        "violence_threat",
        "red",
        """
        aku ~2 mau|akan|bakal|bakar|pengen|ingin|pasti|siap ~3 KILLS ~4 dia|dirinya|ayah|ibu|mereka|guru|kamu|si|itu|orang|tiri|kakak|satu|rumah|rumahnya|semua|sekolah|kelas|pacar|mantan|someone !GAME|LAUGH|nyamuk|kecoa|tikus|lalat|FICTION|THING|MUNDANE|monster|boss|SCHOOLWORK|semut|waktu|cicak|lampu|kertas|sate|jagung|ayam
        aku ~1 KILLS ~4 dia|ayah|mereka|kamu|tiri|rumah|rumahnya|sekolah|si|bapak|itu_anak & SOON|bensin|lihat|liat|awas|WEAPON|sumpah|malam|serius|beneran|besok !GAME|LAUGH|kecoa|nyamuk|THING|tikus|sate|jagung
        KILLS ~3 dia|mereka|ayah|bapak|guru|tiri|rumah|sekolah|rumahnya|semua ~5 SOON !GAME|LAUGH|THING|FICTION|kecoa|ikan
        SOON ~5 aku ~3 KILLS|tusuk|bacok|habisin|bakar ~4 dia|mereka|kamu|lo|si|orang|ayah|guru|rumah|rumahnya|sekolah|kelas|semua|kakak|tiri|pacar !GAME|LAUGH|nyamuk|kecoa|lampu|sate|ikan|jagung|match|sampah
        bawa|bring|bringing|masukin|masukkan|umpetin|siapin|nyiapin|nyelipin|sembunyiin|simpen|nyimpen|beli|taro|taruh|packed|pinjem|nyolong|asah|ngasah|ambil ~4 WEAPON|pisau|golok|celurit|pistol|sajam|cutter|keling ~10 sekolah|tas|besok|dia|si|biar|tau_rasa|jaga_jaga|istirahat|mereka|kelas|bales|tomorrow|senin & dia|si|biar|awas|bales|mereka|takut|rasa|tau|rasain|tusuk|nusuk|tawuran|lihat|tahu|balas|istirahat|cukup !praktek|praktik|masak|boga|pramuka|prakarya|seni|potong_kue|bawang|kue|buah|mangga|tumpeng|tataboga|camping|kemah|qurban|kurban
        WEAPON ~6 tas|loker|jok & besok|SOON|awas|dia|bales|mereka|tawuran|tusuk|jaga|biar|istirahat !praktek|boga|masak|prakarya|GAME|FICTION
        tawuran|nyerang|serang|nyerbu|rusuh ~8 SOON|bawa|WEAPON|celurit|gear|siap & aku|kita|kami|anak|bawa|ikut !GAME|FICTION
        bawa|siap|udah|READY ~3 celurit|clurit|gear|samurai|sajam|golok ~8 tawuran|nyerang|bales|balas|nanti|besok|dia|sekolah
        selesaiin|selesain|beresin|selesaikan|bereskan|balas|bales|bayar ~6 caraku|cara_aku|pake_cara|dengan_cara & WEAPON|samurai|pisau|kunci|senin|sendiri
        WEAPON & samurai|pisau|golok|senjata|pistol|gun & senin|besok|SOON|balas|dendam|bales|selesaiin|awas & aku|gudang|tas|abang !praktek|boga|masak|GAME|prakarya|FICTION
        bensin ~6 bakar|rumah|sekolah|dia|kelas|kantor & aku|SOON|tidur|dia|siap|sudah !jagung|sate|motor_mogok|sampah
        shoot|bomb|ngebom|bom|bakar|nembak|tembakin|bacok ~3 sekolah|school|kelas|kantor_guru|mereka_semua|semua_orang & aku|mau|SOON|awas|lihat !GAME|LAUGH|FICTION|foto|panah|tim|bola
        awas ~4 KILLS|dia|si|mereka & pisau|WEAPON|golok|bensin|bacok|tas
        biar ~3 tau|tahu|ngerasain|rasa|mampus|ngerasa ~4 & WEAPON|pisau|bacok|tusuk|bakar !FICTION|GAME
        mau|pengen|ingin|bakal|akan|siap ~2 balas|bales|balas_dendam|dendam|revenge & dia|mereka|kamu|si|guru|orang|ayah|semua & WEAPON|tusuk|bacok|darah|bunuh|mati|bakar|pisau|racun|habisin !GAME
        racun|racunin|ngeracunin|meracuni ~5 minuman|makanan|dia|mereka|guru|kopi|teh & aku|mau|SOON|biar !tikus|kecoa|kucing|FICTION
        hitlist|daftar_mati|death_note|kill_list
        tak ~1 pateni|bunuh|bacok
        bunuh|mateni|habisin|ngabisin ~2 dia|bapak|ayah_tiri|mereka|bapakku & aku|mau|siap|SOON|kalau !GAME|LAUGH|FICTION|kecoa
        dia|mereka|dia_itu ~4 harus|mesti|pantas|layak|pantes|deserve ~2 mati|DIE|bayar|dibunuh & aku|WEAPON|SOON|tangan|pisau !GAME|LAUGH|FICTION|karakter
    """,
        "statement",
    ),
    (
        "threat_vague",
        "violence_threat",
        "orange",
        """
        WISH|mau|bakal ~2 KILLS ~2 dia|mereka|ayah|bapak|guru|orang|tiri|kakak|si|ibu|semua !GAME|LAUGH|FICTION|MUNDANE|THING|SCHOOLWORK|gemes|nyamuk|kecoa|waktu
        WISH|mau|pengen ~2 HURTS ~2 dia|mereka|orang|ayah|guru|semua & benci|dendam|marah|emosi|muak|sakit_hati !LAUGH|GAME
        balas_dendam|dendam ~4 dia|mereka|sama|ke|banget & mau|pengen|ingin|bales|nunggu|rencana !FICTION|GAME|nyi
        awas ~3 aja|lu|dia|kamu|si ~6 habis|habisin|bonyok|mati|tunggu|lihat|KILLS|HURTS|bacok|darah !LAUGH|GAME
        semoga|moga|berharap|pengen ~3 dia|mereka|ayah|bapak|guru|tiri ~1 DIE|mati|mampus !LAUGH|GAME|FICTION|timnas
        tawuran & ikut|diajak|dipaksa|WEAPON|besok|senior !FICTION|berita|seminar
        bawa ~2 sajam|celurit|golok|clurit|keling|pisau & sekolah|tas|jaga|tawuran|takut !praktek|praktik|masak|boga|pramuka|prakarya
        diancam|diancem|THREATENED ~5 dibunuh|dipukul|dihajar|dikeroyok|ditusuk|dibacok|disebarin|disebar|senior|kakak_kelas|mereka|keluarga|HURTED|dia|pacar|mantan|orang !LAUGH|GAME
        THREATENS|ngancem|ancam ~2 aku|adik|ibu|teman|kami !LAUGH|GAME
    """,
        "statement",
    ),
]
