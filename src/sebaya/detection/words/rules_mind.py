"""Rules about voices, panic, substances, eating, low mood, loneliness, home and school worries."""

RULES = [
    (
        "voices_command",
        "psychosis",
        "red",
        """
        VOICES ~6 bilang|nyuruh|suruh|maksa|perintah|menyuruh|ngajak|tell|telling|say|ngongkon|nitah|memerintah|memaksa ~8 DIE|KILLS|HURTS|JUMP|loncat|lompat|bunuh|mati|silet|BLADE|nusuk|bakar|sakit|potong|nabrak|lukai|nyakitin|melukai|dorong|mendorong|keluar|harus !FICTION|film
        nyuruh|suruh|disuruh|tell|menyuruh|perintah|bisikin ~4 aku ~3 DIE|KILLS|JUMP|bunuh|nyakitin|nusuk|loncat|lompat|mati & VOICES|suara|bisikan|dia_di_kepala|setan|jin|kepala
        VOICES & KILLS|BLADE|WEAPON|JUMP|bunuh & aku & harus|nyuruh|suruh|takut|nurut|or_else !!FICTION !!GAME
        DELUSION|sekongkol|meracuni|ngeracunin|diracun|racun|disantet|mengincar|ngincar|incar ~12 WEAPON|pisau|kayu|golok|balas|serang|siap|nyiapin|siapin|duluan|bunuh & aku|mereka|tetangga !!FICTION !!GAME !!tikus
        chip|alat|sinyal|kamera|serangga|ulat|mikrofon ~4 kepala|otak|tubuh|badan|kulit|gigi|telinga ~20 keluar|mengeluarkan|ngeluarin|cabut|potong|belah|silet|mengambil|ngambil|gali
        menanam|nanam|ditanam|implanted|planted|masang|dipasang ~4 alat|chip|kamera|penyadap & kepala|otak|badan|gigi|tubuh
        sekongkol|bersekongkol|berkomplot|konspirasi|komplotan|incar|mengincar ~5 aku|bunuh|racun|ngeracunin|meracuni & tidak_makan|tidak|siap|kayu|pisau|takut|kabur|makan
        tidak ~2 makan ~6 racun|diracun|diracunin|meracuni|ngeracunin
        aku ~3 bisa ~2 terbang|fly|kebal|abadi|menghentikan_kereta & atap|loncat|lompat|jendela|balkon|buktiin|malam !!GAME !!mimpi
        tuhan|malaikat|allah|jin|setan|nabi ~4 nyuruh|suruh|perintah|memerintahkan|bilang ~6 bunuh|KILLS|lompat|bakar|sakit|mati|korban|korbankan|loncat|potong !FICTION|ceramah|qurban|kambing|ibrahim|pengajian
    """,
        "sign",
    ),
    (
        "voices_odd_beliefs",
        "psychosis",
        "orange",
        """
        hear|dengar|denger|mendengar|kedengeran|terdengar|krungu|ngadenge|hearing ~4 VOICES|suara|bisik|whisper|whispers ~6 & kepala|sendirian|sendiri|tidak_ada|nyuruh|manggil|ngomong|padahal|kosong|malam|terus|comment|commenting|ngomentarin|nobody|nama !FICTION|GAME|adzan|LAUGH|tetangga|ngorok|speaker|hujan|knalpot
        VOICES ~4 kepala|otak|pikiran|telinga|kuping|head|sirah !LAUGH|lagu|FICTION
        kepala|otak ~2 VOICES|suara|bisikan
        suara|denger|dengar ~5 manggil|memanggil|ngatain|nyuruh ~5 & padahal|sendirian|tidak_ada_orang|tidak_ada|sendiri|kosong & aku|takut|gila !!FICTION !!LAUGH
        DELUSION ~6 aku|pikiran|kepala|hp|kamar|rumah & takut|yakin|tau|tahu|sejak|kamera|mereka|terus|pemerintah|semua|orang|they !LAUGH|FICTION|guru_piket|GAME|ujian|cctv_sekolah
        pikiran|isi_kepala|otak|thoughts ~3 dibaca|disadap|dikontrol|disiarkan|dikendalikan|didenger|baca|read|controlled|broadcast !LAUGH|buku
        tv|radio|berita|lagu|iklan|papan_reklame|spotify ~4 ngomong|kode|pesan|pesan_rahasia|nyindir|ngirim|berbicara|message ~3 aku|ke_aku|untuk_aku & khusus|yakin|kode|rahasia|aku !LAUGH|pacar|mantan|relate
        orang|mereka|semua|tetangga ~4 DELUSION|ngawasin|mengawasi|merekam|mata_matain|ngomongin_aku|sekongkol|jahat ~4 aku & yakin|setiap|cctv|kamera|mobil|plat|kode|tau_isi|pikiran|alien|intel !LAUGH
        lihat|liat|melihat|see|seeing|ngeliat|ningali|weruh ~4 bayangan|sosok|makhluk|orang_yang_tidak|shadow|figure|orang_hitam ~8 & tidak_ada|orang_lain|padahal|cuma_aku|terus|setiap|takut|gila|sudut|siang & aku !FICTION|film|LAUGH|horor|pramuka|jurit
        tidak ~3 tidur ~6 hari & utusan|tuhan|energi|misi|kekuatan|kode|dunia|dipilih|terpilih|nabi|superpower
        aku ~3 utusan|nabi|dipilih|terpilih|titisan|reinkarnasi|chosen|imam|dewa ~5 & tuhan|misi|dunia|selamatkan|malaikat|allah|langit|suara|semesta|manusia !GAME|LAUGH|lomba|osis|FICTION|panitia|ketua
        bukan|not ~1 manusia & aku|tubuh|yakin|real|nyata !LAUGH|FICTION
        tidak ~1 nyata|real & aku|dunia|orang|semua|sekitar|cermin|tangan & rasanya|feel|feels|takut|sering|kayak !FICTION|LAUGH
        takut ~2 gila & suara|denger|dengar|lihat
        ada|kaya ~2 yang ~2 ngikutin|ngawasin ~3 & bayangan|suara|tiap_malam|tidak_ada_siapa & aku !kucing
    """,
        "statement",
    ),
    (
        "panic_severe",
        "panic",
        "orange",
        """
        PANIC ~8 SHORTBREATH|FAINT|setiap|sering|terus|hampir|tidak_bisa|minggu|sekarang|attack|serangan|tiba !LAUGH|SCHOOLWORK|lupa
        panic_attack|serangan_panik|anxiety_attack|panik_attack|serangan_panic !LAUGH|mini
        SHORTBREATH ~6 PANIC|takut|gemetar|gemeteran|mati|dada|setiap|tiba|jantung|sekarang|cemas !LAUGH|asma|lari|pedes|futsal|seragam|flu|pilek
        gemetar|gemeteran|gemeter|shaking ~6 SHORTBREATH|tidak_bisa|napas|terus|nangis|berhenti|setiap !LAUGH|dingin|presentasi|ktm
        dada|jantung ~3 sakit|sesak|sesek|mau_copot|berdebar|ampeg|kenceng|sumpek ~5 & kayak|rasanya|mati|pingsan|tiba|setiap|napas|takut !LAUGH|crush|lari|ditembak
        rasanya|kayak|feel|ngerasa|serasa ~3 mau|akan|bakal|like ~2 mati|DIE|pingsan & napas|dada|jantung|sesak|sesek|PANIC|sesek_napas|gemetar|breathe
        sejak|abis|setelah ~3 gempa|kecelakaan|kebakaran|kejadian|tsunami|banjir|banjir_bandang|tabrakan|longsor|kerusuhan ~12 teriak|kebayang|takut|mimpi|gemetar|panik|tidak_bisa_tidur|kaget|nangis|terus|ngompol
        flashback|kilas_balik|kebayang|terbayang ~8 gemetar|teriak|nangis|panik|sesak|malam|terus|tidak_bisa_tidur & kejadian|kecelakaan|gempa|aku|waktu !FICTION|LAUGH|mantan|makanan
        tidak ~1 bisa ~1 napas|breathe|nafas|bernapas & takut|PANIC|gemetar|tiba|dada|sekarang|nangis|setiap|kelas !LAUGH|pilek|flu|asma|ketawa|debu
    """,
        "statement",
    ),
    (
        "severe_intoxication",
        "substance",
        "red",
        """
        miras|minum|ALCOHOL|DRUGS|oplosan|arak|obat|mabuk|sinte|pil|ciu ~25 FAINT|tidak_bangun|kejang|berbusa|tidak_sadar|biru|tidak_napas|muntah_darah|tidak_respon|napasnya|tidak_bernapas|buta|buram|kaku|ngorok & dia|teman|aku|HELPME|sekarang|takut|gimana|yang_lain|ga !FICTION|penyuluhan|LAUGH
        tidak ~2 bangun|sadar|respon|gerak|bergerak|bernapas|responsif|wake|waking|breathing & ALCOHOL|DRUGS|miras|oplosan|arak|mabuk|napas|napasnya|disiram|digoyang|dibangunin|kejang & dia|teman|adik|yang|kakak|my !LAUGH|kesiangan|alarm
        mulut|mulutnya ~2 busa|berbusa|foam
        keluar ~1 busa
        napas|napasnya|breathing ~4 pelan|lemah|berhenti|aneh|putus|tidak_ada|berat|slow|ngorok & dia|teman|ALCOHOL|bangun|FAINT|obat|sadar|mabuk|PILLS !aku_sesak|tidur_nyenyak
        kejang ~5 & ALCOHOL|DRUGS|obat|dia|teman|sekarang & HELPME|sekarang|gimana|takut|ga_sadar|dia|barusan !LAUGH|FICTION|kucing|penyuluhan
        FAINT ~8 PILLS|obat|ALCOHOL|minum|botol|DRUGS|oplosan & dia|teman|sekarang|aku|adik|kakak|HELPME|tidak_bangun !LAUGH|FICTION|lupa_minum|upacara
        tergeletak|terkapar|ambruk|collapsed|ditemukan ~8 obat|botol|darah|PILLS|tidak_sadar|kamar|sulit|susah|dibangunkan|strip & teman|dia|ibu|kakak|adik|aku !LAUGH|FICTION
        sulit|susah|tidak_bisa ~1 dibangunkan|dibangunin|bangunin|dibangunkeun & teman|dia|obat|adik|kakak|mabuk !LAUGH|subuh|sahur|sekolah
    """,
        "evidence",
    ),
    (
        "substance_use",
        "substance",
        "orange",
        """
        DRUGS & aku|teman|ayah|kakak|dia|diajak|nyoba|pakai|beli|jual|disuruh|mereka|pacar|kami|kecanduan|nagih|sakau|ditawari|ditawarin|ketagihan !!seminar !!penyuluhan !!materi !!poster !!FICTION !!kampanye !!lomba
        diajak|ditawari|ditawarin|dikasih|dicekokin|dipaksa ~4 DRUGS|ALCOHOL|minum_minum|mabuk|pil
        ALCOHOL|mabuk|minum|drink|drunk ~8 setiap|tiap|terus|tidak_bisa_berhenti|berhenti|kecanduan|nagih|biar_bisa_tidur|biar_tidur|biar_lupa|gemetar|sendiri|kamar|diam2|every & aku & ALCOHOL|mabuk|drunk|nagih|gemetar|kecanduan|alcohol !!FICTION !!LAUGH
        aku ~3 ALCOHOL|mabuk|drunk & teman|berhenti|malam|kemarin|takut|ketauan|sering|setiap|muntah|tongkrongan|biar|lupa|party !perjalanan|laut|bis|mobil|LAUGH|GAME|cinta|FICTION|kopi
        PILLS|obat|sleeping|ctm|obat_batuk|sirup|komix ~6 biar|supaya|otherwise|untuk|so_i_can ~3 tidur|tenang|fly|ngefly|lupa|nge_fly|melayang|off|sleep & setiap|tiap|every|malam|banyak|satu|ibu|dua|terus|nambah|lebih !resep|dokter|flu|batuk_pilek|demam
        ngefly|nge_fly|giting|high ~3 & DRUGS|obat|lem|komix|pil|aku !LAUGH|school|note|tone
        ngelem|ngobat|nyabu|nyimeng|nyinte|ngeganja|sakau|nyandu|ketergantungan|kecanduan_obat|overdosis
        vape|rokok|ngerokok|merokok ~4 ganja|isi|liquid|sinte|oplosan|kecanduan_berat
        kurir|nganter|jualin|ngedar|ngedarin|pengedar|bandar|titip ~4 DRUGS|barang|paket|sabu|obat !gojek|makanan|jualan_online|shopee|cod
        tidak ~2 bisa ~2 lepas|berhenti ~3 DRUGS|ALCOHOL|obat|pil|minum|mabuk|ngelem
    """,
        "statement",
    ),
    (
        "eating",
        "eating",
        "orange",
        """
        VOMIT ~8 makan|kurus|gendut|makanan|habis|setiap|biar|jeans|berat|fat|sengaja|kalori|diet|eating !LAUGH|masuk_angin|mabuk|mobil|bis|keracunan|maag|hamil|bau
        makan|habis_makan|abis_makan|eat ~6 VOMIT|muntahin|dimuntahin & setiap|sengaja|selalu|kurus|gendut|biar|jari|aku !LAUGH|basi|keracunan|maag|pedes
        jari ~3 tenggorokan|mulut|kerongkongan & muntah|makan|kurus
        STARVE ~8 FAT|kurus|gendut|pingsan|turun|timbangan|jijik|jelek & hari|minggu|tidak|pingsan|pusing|lemes|fat|mens|rontok|takut|terus|setiap|aku|bb|kalori !LAUGH|puasa|ramadhan|dokter_gizi
        FAT|kurus|diet|timbangan ~10 tidak_makan|pingsan|muntahin|pencahar|laxative|rontok|mens_berhenti|tidak_mens|tidak_haid|FAINT|starve|VOMIT|nyolok|puasa_terus
        cuma ~3 makan ~3 apel|putih_telur|sekali|air|timun|es_batu|sebutir|permen|satu & kurus|diet|hari|pingsan|gendut|FAT !LAUGH|bokek|uang|tanggal_tua
        hitung|itung|ngitung|menghitung|count|counting ~3 kalori|calorie|calories & terus|takut|obsessively|setiap|fat|gendut|rontok|pingsan|turun|aku|jijik|nangis !LAUGH|tugas|biologi|gizi
        turun|hilang|lost ~3 kg|kilo|banyak|10kg|8kg|7kg|12kg & tidak_makan|fat|gendut|rontok|pingsan|STARVE|masih|tetap|ngerasa|still|makan & kurus|fat|gendut|badan|FAT|ngerasa !sehat|LAUGH|gym|dokter
        takut|jijik|benci|hate ~3 makan|gendut|badan_sendiri|cermin|timbangan|badan|nasi & FAT|kurus|makan|muntah|nangis|tidak_makan & aku !LAUGH|pedes|petai|jengkol|operasi
        binge|binging|kalap ~6 VOMIT|nangis|muntah|bersalah|purge|puasa
        anoreksia|bulimia|anorexia|thinspo|ed_ku|pro_ana & aku|teman|dia|kayaknya|takut !materi|tugas|FICTION
        pencahar|laxative|obat_diet|obat_pelangsing|pil_diet ~5 & aku|kurus|setiap|minum|banyak|teman|mencret
        makan ~3 dibuang|buang|umpetin|sembunyiin|kasih_kucing & kurus|gendut|diet|ibu|takut|kalori
    """,
        "statement",
    ),
    (
        "low_mood",
        "low_mood",
        "yellow",
        """
        BADFEEL|nangis|hampa|kosong|empty|murung ~8 LONGTIME !LAUGH|FICTION|SCHOOLWORK
        LONGTIME ~8 BADFEEL|nangis|hampa|kosong|empty|murung|ceurik|capek_banget|numb !LAUGH|FICTION
        nangis ~5 setiap|tiap|every|terus|mandi|malam|sendirian|kamar|tanpa_sebab|diam !LAUGH|FICTION|bayi|adik|drakor|ketawa|bawang
        setiap ~3 malam ~3 nangis|ceurik|cry|mewek
        SLEEPLESS ~8 LONGTIME|minggu|bulan|hari|sejak|terus|setiap|term|week !LAUGH|GAME|kopi|drakor|bola
        LONGTIME|setiap ~6 SLEEPLESS !LAUGH|GAME|kopi|nyamuk
        APPETITE ~8 LONGTIME|sedih|nangis|putus|tidur|sejak|hari|properly !LAUGH|sariawan|flu
        tidak ~2 semangat|mood|gairah|minat|niat|tenaga ~6 LONGTIME|hidup|apa|ngapain|sekolah|sebulan|lagi !LAUGH
        males|malas|berat|enggan ~4 ngapa|ngapain|mandi|ketemu|keluar|bangun|bicara|ngomong & LONGTIME|bulan|minggu|terus|kamar|bulan_kemarin|sampe|bulan_lalu !LAUGH|hujan|libur|senin|upacara
        rebahan|kamar|bengong|melamun|kasur ~8 terus|LONGTIME|bulan|minggu|seharian|tidak_laper|kosong|tidak_mau_ketemu & tidak|kosong|hampa|males|berat|enggan !LAUGH|libur|GAME|drakor
        tidak ~2 bisa ~2 nikmatin|menikmati|seneng|enjoy|ngerasain|bahagia|feel|happy !LAUGH|FICTION
        benci|hate ~1 diri|cermin|aku_sendiri|myself !LAUGH
        mati_rasa|hampa|numb|empty|kosong ~3 & aku|rasanya|ngerasa|feel|hati & LONGTIME|terus|tidak_tau|dalam|banget|sejak|semua|lagi !LAUGH|FICTION|dompet|kelas|bangku
        capek ~4 pura|pura2|pretend|pretending|senyum|topeng|fake
        pura|pura2|pretending|pretend ~3 gpp|gapapa|baik|bahagia|kuat|senyum|ketawa|okay|fine
        cemas|khawatir|anxious|overthinking|gelisah ~4 LONGTIME|tidak_bisa|berlebihan|sampai|tidur !LAUGH|crush
        perut|kepala|mual|mules ~4 setiap|tiap|terus|minggu ~6 sekolah|senin|kelas|semester|mikirin !LAUGH|haid|mens|makan|sambal
        kehilangan|hilang|lost ~2 semangat|minat|motivasi|arah|tujuan|diri
        bangun|mandi|makan ~3 berat|skip|males & LONGTIME|terus|skip|numpuk|kosong|heavier
        burnout|burn_out|depresi|depresiku|depressed|depression & aku|LONGTIME|rasanya|kayaknya !bukan|FICTION|LAUGH|materi|seminar
        sumpek|sumpeg|mumet|nelangsa|susah ~3 terus|LONGTIME|ati|atiku|hate
    """,
        "hint",
    ),
    (
        "grief",
        "grief",
        "yellow",
        """
        GRIEF ~10 ibu|ayah|nenek|kakek|adik|kakak|sahabat|teman|paman|tante|kucing|orangtua|guru|mbah|sepupu & nangis|sedih|kangen|rindu|tidak|sejak|belum|kosong|masih|lalu|bulan|minggu|kemarin|sampai|enggan|ikhlas !!FICTION !!SCHOOLWORK
        ibu|ayah|nenek|kakek|adik|kakak|sahabat|grandpa|grandma|teman|mbah ~4 GRIEF|tiada|DIE|dimakamkan|passed & aku|sejak|belum|nangis|kangen|sedih|kosong|rindu|tidak|masih !!FICTION !!SCHOOLWORK
        sejak|setelah|semenjak ~4 meninggal|kepergian|wafat|tiada|GRIEF
        belum ~2 ikhlas|bisa_nerima|move_on & GRIEF|ibu|ayah|meninggal|kepergian
    """,
        "hint",
    ),
    (
        "lonely",
        "loneliness",
        "yellow",
        """
        tidak ~2 punya|ada ~2 teman|friends|temen_ngobrol !LAUGH|mabar|GAME|pulpen
        tidak ~2 ada ~2 ngajak|ajak|ngobrol|nyapa|tanya|nanya|nyadar|peduli|dengerin|mau ~3 & aku|kelas|sendiri|terus|kursi|bangku !LAUGH|kantin_yuk|mabar
        ALONE ~6 LONGTIME|terus|setiap|makan|istirahat|kelas|kantin|pura|mulu !LAUGH|FICTION|GAME|naik_ojol
        kesepian|lonely|kasepian & aku|LONGTIME|rasanya|malam|terus|banget !LAUGH|FICTION
        merasa|ngerasa|feel|rasa ~2 asing|invisible|sendirian|tidak_dianggap|tersisih|tidak_diajak|tidak_terlihat|dilupain|ditinggal|tidak_kelihatan|outsider
        makan|istirahat|duduk ~3 sendirian|sendiri|alone|toilet|ijen & LONGTIME|terus|lama|setiap|kelas|tahun
        circle|geng|teman|temen ~3 bubar|ninggalin|menjauh|jauhin|hilang|ghosting|ngejauh & sendiri|sendirian|sepi|capek|aku|sejak|LONGTIME|kosong !LAUGH|GAME|mabar
        tidak ~1 dianggap|diajak|ditemenin|diundang
    """,
        "hint",
    ),
    (
        "relationship",
        "relationship",
        "yellow",
        """
        putus|breakup|diputusin|putusin|ditinggalin|pisah|breakupnya|selingkuh|diselingkuhin|ghosting ~8 LONGTIME|nangis|tidak_selera|makan|sakit|move|masih|tidur|still|terus & pacar|mantan|putus|dia|breakup|aku !LAUGH|kabel|wifi|sekolah|tali|FICTION|sinyal|jaringan
        tidak|belum|susah|gagal ~2 move_on|move
        pacar|mantan|PARTNER ~4 posesif|ngekang|toxic|cemburu|ngelarang|larang|selingkuh|ngontrol|curigaan|ngatur|manipulatif|gaslight !LAUGH|FICTION
        naksir|suka|sayang|cinta|jatuh_cinta|baper ~3 pendamping|konselor|kakak_sebaya|kamu|kakak & aku|kak|sesi|dampingi|dampingin|CHARGE !LAUGH|makanan|gambar|lagu
        CHARGE ~10 suka|sayang|perasaan|nembak|cinta|naksir|romantis|setiap_malam|tiap_hari|terus|nomor|jam|di_luar|dependent|bergantung
        perasaan ~1 suka
        berantem|musuhan|diemin|slek|marahan|fallout|bertengkar|salah_paham ~5 sahabat|teman|bestie|friend & minggu|bulan|lama|nangis|sejak|sakit|masih !LAUGH
    """,
        "hint",
    ),
    (
        "family",
        "family",
        "yellow",
        """
        orangtua|ibu|ayah|ortu|parents|rumah ~6 FIGHT|ribut|berantem|cerai|pisah|divorce|bertengkar|separating|berpisah !LAUGH|tetangga|FICTION|kucing|remote|ongkos
        FIGHT ~4 orangtua|ayah|ibu|rumah|keluarga|parents & LONGTIME|terus|setiap|capek|takut|malam|nangis|tiap|sering|milih|aku !LAUGH|FICTION
        dibandingin|dibanding|bandingin|bandingkan|membandingkan|bandingin2|compare|compared|comparing|dibandingke ~5 sepupu|kakak|adik|orang_lain|anak|tetangga|orang|sodara|sister|terus !LAUGH|harga
        orangtua|ayah|ibu ~5 maksa|ngatur|nuntut|tidak_setuju|ngelarang|menuntut|memaksa|ngekang|wants|paksa|tidak_dengerin|pilih_kasih|tidak_ngerti|larang|marah|marahin & aku|jurusan|terus|setiap|masuk|capek|nangis|kuliah|tertekan|weeks !LAUGH|pulang_telat|FICTION
        tidak ~2 ngomong|ngobrol|talked|tegur|bicara ~5 ayah|ibu|orangtua|dad|mom|minggu|weeks|bulan & ayah|ibu|orangtua|dad|mom|kakak
        kurir|jembatan|penengah ~3 pesan|orangtua|ibu|ayah|mereka & orangtua|ibu|ayah
        disuruh|suruh ~2 milih|pilih ~3 ikut & siapa|ibu|ayah
        tidak ~2 betah|nyaman|dianggap|diperhatiin|terlihat ~4 rumah|keluarga|ibu|ayah|orangtua !LAUGH|hujan|bocor
        rumah ~3 neraka|berisik|panas|dingin & orangtua|ribut|males|capek|ayah !LAUGH|ac|kipas|cuaca
        ayah|ibu|papa ~4 selingkuh|nikah_lagi|poligami|phk|dipenjara|sakit_keras|stroke|kanker|bangkrut|cuci_darah & aku|keluarga|sedih|bingung|takut|rumah|tau|nangis|lihat !LAUGH|FICTION
        adik|ibu|ayah ~5 ngerasa_bersalah|merasa_bersalah|mulai_marah & aku|sejak
    """,
        "hint",
    ),
    (
        "school_strain",
        "academic",
        "yellow",
        """
        QUIT_SCHOOL ~8 LONGTIME|takut|males|semangat|lagi|minggu|terus|karena|sejak|mau|cape|capek|kerja !LAUGH|libur|demam|sakit_gigi|flu|izin_nikahan|tipes
        mau|pengen|ingin ~2 keluar|berhenti|putus|pindah|berenti|drop ~1 sekolah & capek|tidak|semangat|takut|LONGTIME|kerja|males|malas|saja !LAUGH|ikut_ayah|dinas
        pura|pura2 ~2 sakit ~5 sekolah|masuk|biar|kelas
        takut ~2 ke|masuk|berangkat|pergi ~2 sekolah|kelas
        tertekan|tekanan|pressure|stres|stress|burnout ~6 nilai|ranking|ujian|sekolah|belajar|orangtua|les & LONGTIME|nangis|tidak_bisa|tidur|terus|muntah|sakit|setiap|malam|sampai !LAUGH|bareng|tips
        gagal|fail|failed|tidak_lolos|tidak_lulus ~6 orangtua|malu|kecewa|nangis|hancur|percuma|bodoh & aku|terus|LONGTIME|tidak_berani|berhari !LAUGH|GAME
        nilai|ranking|rapor ~4 turun|anjlok|jeblok|hancur & nangis|LONGTIME|tidak_bisa|semangat|takut|orangtua|marah|terus !LAUGH
    """,
        "hint",
    ),
    (
        "supporter_strain",
        "other",
        "yellow",
        """
        CHARGE ~12 kenal|tetangga|mantan|sodara|saudara|sekelas|teman_dekat|satu_geng|sepupu|keluarga|canggung|ganti|sahabat
        aku ~4 kenal ~4 anak|dia|orang|case|sama & canggung|dampingi|dampingin|ganti|mantan|tetangga|CHARGE|someone_else|netral
        too_close|conflict_of_interest|benturan
        capek|lelah|break|istirahat|berat|kepikiran|kebawa|mimpi|dreamed|burnout|jenuh|kewalahan|drained ~8 dampingi|dampingin|mendampingi|supporting|pendamping|curhatan|cerita|ceritanya|CHARGE|sesi|story|dengerin_curhat
        ceritanya|story|curhatannya|kasusnya|curhat ~6 kebawa|mimpi|kepikiran|tidak_bisa_tidur|dreamed|nangis|keinget|teringat|relate
        minta ~3 nomor|no|wa ~6 di_luar|setiap_malam|jadwal & aku|tolak|menolak|dia
        chat ~4 jam ~2 1|2|3|pagi|malam|satu|dua & dampingi|dampingin|CHARGE|tidak_enak|nolak
        gantikan|gantiin|digantikan|take_it|ganti ~4 & CHARGE|dampingi|dampingin|case|sesi|canggung|kenal
    """,
        "hint",
    ),
]
