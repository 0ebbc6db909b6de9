"""Rules about dying and about hurting oneself: (code, category, level, patterns, weight)."""

RULES = [
    (
        "suicide_word",
        "suicide",
        "orange",
        """
        SUICIDE
    """,
        "statement",
    ),
    (
        "wish_to_die",
        "suicide",
        "orange",
        """
        WISH ~3 DIE !THING
        WISH ~3 SUICIDE
        DIE saja !THING
        aku ~1 mau ~1 DIE
        kapan ~1 aku ~1 DIE
        DIE ~2 lebih|BETTER_OFF|enak|tenang|cepat !THING
        lebih ~1 DIE !THING
        lebih ~2 tidak ~1 lahir
        BETTER_OFF ~3 tidak ~2 lahir|ada|hidup|bangun
        tidak ~1 pernah ~1 lahir
        nyesel|menyesal ~3 lahir|hidup
        aku ~1 should|seharusnya|harusnya ~2 DIE|tidak ~2 lahir|ada|hidup
        andai|seandainya|coba|kenapa|wish ~3 aku ~2 DIE|lahir|hidup !!SCHOOLWORK
        WISH ~3 koit|modar|dipanggil|dijemput|nyusul|menyusul ~4 tuhan|allah|DIE|almarhum|almarhumah|alm|nenek|kakek|ayah|ibu|dia|adik|god|sana|surga
        WISH ~1 dead|koit|modar|metong|nyusul
        nyusul|menyusul|ikut ~2 almarhum|almarhumah|alm|mendiang
        nyusul|menyusul|ikut ~1 ayah|ibu|nenek|kakek|kakak|adik & surga|kubur|makam|atas|sana|meninggal|DIE
        ambil|cabut|jemput|panggil ~2 nyawa|aku ~2 saja|duluan|tuhan|allah|cepat
        tuhan|allah|god ~4 ambil|cabut|jemput|panggil|take ~2 aku|nyawa
        bayangin|ngebayangin|membayangkan|imagine|imagining|fantasi|mimpiin ~4 DIE|kematian|funeral|pemakaman|kuburan
        lega|tenang|damai|nyaman|senang|enak ~5 kematian
        membayangkan|bayangin|ngebayangin|kepikiran ~4 berhenti|tertabrak|ketabrak|lompat|loncat|jatuh|nabrak ~5 tengah|rel|jalan|jembatan|truk|kereta|mobil|atap|motor
        kalau ~3 ketabrak|tertabrak|ditabrak|mati|kecelakaan|meninggal ~5 gapapa|tidak_minggir|minggir|biar|rela|ikhlas|lega|alhamdulillah|bersyukur|fine|peduli
        semoga|moga|berharap|berdoa|doa|hope|hoping|ngarep|ngarepin ~5 tidak ~1 bangun
        semoga|moga|berharap|berdoa|doa|hope|ngarep ~4 ketabrak|tertabrak|ditabrak|kecelakaan|mati|DIE !kamu|hujan|THING
        tidak ~2 bangun ~2 lagi|pagi|besok|selamanya !kesiangan|telat
        besok ~3 tidak ~3 bangun !kesiangan
        tidur ~3 tidak ~4 bangun & WISH|biar|enak|lebih|mau
        WISH|mau|biar|enak|lebih ~3 tidur ~3 FOREVER|tidak_bangun|panjang
        tidur ~2 FOREVER
        tidur ~1 panjang & WISH|capek|lelah
        sleep ~1 forever
        WISH ~3 VANISH ~3 FOREVER|dunia|bumi|hidup
        VANISH ~2 FOREVER|dari_dunia|dari_bumi
        VANISH ~2 dunia|bumi|muka_bumi
        WISH ~2 pergi ~2 FOREVER|dunia|jauh_selamanya
        WISH ~3 ENDWORD ~2 hidup|semua|semuanya|hari|derita|penderitaan|rasa|dunia
        WISH ~2 ENDWORD ~2 aku_hidup
        ENDWORD|stop|udahan|tutup|pencet ~3 hidup & WISH|mau|capek|NOMORE
        hidup ~3 tidak ~3 guna|berguna|arti|berarti|gunanya|artinya|pantas|layak|perlu|penting|worth
        tidak ~2 LIVE ~2 lagi|anymore|saja
        tidak ~1 WISH ~2 LIVE|di_dunia|ada|exist|wake
        tidak ~2 WISH ~3 ada_di|hidup|exist|bangun_lagi|bangun|lanjut_hidup
        tidak ~3 alasan|reason|tujuan|point|gunanya|guna|artinya|sebab ~3 hidup|LIVE|bertahan|bangun
        untuk|apa ~2 hidup ~3 kalau|lagi|coba|kayak|begini
        NOMORE ~2 hidup
        hidup ~2 NOMORE
        capek|muak|bosan|sick|lelah ~3 hidup|LIVE|jadi_manusia|bertahan|dunia|alive !!LAUGH
        tidak_sanggup|tidak_kuat|tidak_tahan|sanggup ~2 hidup|bertahan|jalanin|lanjut
        malas|males ~1 hidup
        ngapain|napa|kenapa|untuk ~2 aku ~2 hidup
        hidup ~2 hukuman|neraka|siksaan|kutukan
        menyerah|nyerah|give_up|udahan ~3 hidup|semuanya|life|LIVE
        dunia ~5 tanpa ~1 aku
        BETTER_OFF ~4 tanpa ~1 aku
        BETTER_OFF ~4 kalau ~2 aku ~2 tidak|mati|pergi|hilang|DIE|VANISH
        kalau ~2 aku ~2 tidak ~1 ada ~6 BETTER_OFF|senang|bahagia|peduli|nyari|sedih|kehilangan|tenang|lega|nangis|nyadar|sadar
        kalau ~2 aku ~2 DIE|VANISH|pergi ~6 BETTER_OFF|senang|bahagia|peduli|nyari|sedih|kehilangan|tenang|lega|nangis|sadar|datang|repot|nyesel !!LAUGH
        tidak ~2 bakal|akan|mau ~2 peduli|nyari|sadar ~4 kalau ~2 aku ~2 DIE|VANISH|tidak|pergi
        ada|tidak ~1 ada ~2 sama|beda|bedanya ~3 & aku & hidup|DIE
        mau ~1 pulang ~3 tuhan|allah|pencipta|sisi|surga
        dipanggil ~2 tuhan|allah|yang_kuasa & WISH|cepat|kapan
        exit|quit|logout|uninstall|shutdown|log_out|alt_f4|delete ~4 hidup|dunia|life|bumi|aku !!GAME
        logout|log_out ~3 saja|permanen|FOREVER|selamanya|real_life & capek|hidup|WISH|dunia
        unalive|kms|sewerslide|bundir
        pergi ~2 jauh|FOREVER ~3 tidak ~1 balik|kembali|pulang
        tidak ~2 sanggup|kuat ~2 lagi & DIE|hidup
        umur|umurku ~3 cukup|sampai_sini|pendek|habis & WISH|cukup|rasanya
        beban ~4 hilang|ilang|mati|pergi|tidak_ada & aku
        wis|sudah ~1 rak|ora|tidak ~1 kuat & hidup|urip|DIE|WISH
        better|lebih ~3 dead
        aku ~1 deserve|pantes|layak|pantas ~2 DIE
        hate|benci ~2 being|jadi|hidup ~1 alive|hidup
        dead ~1 inside & hidup|LIVE|NOMORE
        hayang ~1 paeh|maot
        kepingin ~1 mati
    """,
        "statement",
    ),
    (
        "plan_to_die",
        "suicide",
        "red",
        """
        SOON ~6 SUICIDE !kamu|seminar|materi|tugas|pencegahan
        SUICIDE ~5 SOON !seminar|materi|tugas|pencegahan
        SOON ~4 aku ~3 DIE !THING
        aku ~4 DIE ~3 SOON !THING|SCHOOLWORK
        WISH ~3 DIE ~3 SOON !THING|SCHOOLWORK
        SOON ~4 WISH ~2 DIE !THING|SCHOOLWORK
        SOON ~6 ENDWORD ~2 semua|hidup|derita|penderitaan !SCHOOLWORK
        SOON ~4 mengakhiri|akhiri|akhirin|ngakhirin|nyudahin
        PLANNED ~5 SUICIDE
        SUICIDE ~3 PLANNED|surat|suratnya
        PLANNED ~4 DIE|kematian & aku !!FICTION
        unalive|bundir|SUICIDE ~2 plan|rencana|tanggal
        sudah ~3 tanggal|tanggalnya|tempat|tempatnya|waktunya|caranya|harinya & sudah|PLANNED & aku & DIE|hidup|pergi|FAREWELL|tenang|akhir|terakhir|pamit
        picked|pilih|nentuin|menentukan|tentuin|netapin ~4 tanggal|tempat|cara|place|waktu|time|hari|date|tanggalnya & hidup|DIE|SUICIDE|pergi|terakhir|marah|beasiswa|bahagia|FAREWELL|selesai
        place ~2 time & picked|already|sudah
        sudah ~4 cara|caranya ~3 & DIE|SUICIDE|hidup
        besok|senin|tanggal|ultah|ulang_tahun|abis_lebaran|minggu_depan|sudah ~4 aku ~2 sudah ~2 tidak ~1 ada|butuh|hidup|bernapas
        besok ~5 tidak ~2 ada ~1 lagi & aku
        besok ~3 tidak|jangan ~2 nyari|nyariin|cari|tunggu|nungguin ~3 aku
        jangan|tidak ~2 nyari|nyariin|cari|cariin|mencari ~2 aku & beres|pamit|maaf|FAREWELL|FOREVER|DIE|terakhir|pergi|sudah
        kalau ~5 tidak ~2 bales|balas|online|bangun|kabar|ngabarin|aktif ~4 DIE|berarti|tandanya|artinya & DIE|pergi|selamat_tinggal|maaf
        kalau ~3 aku ~2 tidak ~3 bales|balas|bangun|masuk|muncul ~4 DIE|mati
        hari|malam|ulangtahun|ultah|chat|kali|foto|makan ~1 terakhir ~1 aku & DIE|hidup|pamit|maaf|pergi|selamanya|dunia
        ini ~3 hari|malam|ulang_tahun|chat|pesan|status ~1 terakhir|last !SCHOOLWORK|sekolah|GAME|ujian|libur|pengumpulan
        my|aku ~1 last ~1 day|night|message|hari|malam|post|birthday !SCHOOLWORK|sekolah|smp|sma|cuti
        this_is ~1 aku ~1 last
        dia|ia ~4 lompat|loncat|terjun|gantung|bunuh_diri ~4 SOON
        mau|akan|going|tinggal|siap ~2 JUMP ~6 HEIGHT !!FICTION
        HEIGHT & JUMP & mau|WISH|SOON|sekarang|aku !!FICTION !!SCHOOLWORK !!LAUGH
        aku ~3 di ~2 HEIGHT ~8 sekarang|sendirian|tinggal|loncat|lompat|angin|tempatnya|bawah|malam|selamat|takut|nangis|tinggi
        sekarang|skrg|udah|lagi ~4 di ~1 HEIGHT ~8 angin|tempatnya|bawah|loncat|lompat|jump|siap|tenang|selamat|pamit|sendirian
        naik ~5 HEIGHT|lantai ~6 untuk ~1 DIE|mati|lompat|loncat
        di ~2 pinggir|tepi|edge ~2 HEIGHT|rel|jembatan|atap|lantai
        di ~1 rel|train_tracks ~4 sekarang|nunggu|kereta|tiduran|duduk & nunggu|DIE|sekarang|mau|tiduran
        nunggu|tunggu|tinggal ~2 kereta ~2 lewat & rel|DIE|hidup|capek|duduk
        share|shareloc|kirim ~2 loc|lokasi|location ~4 HEIGHT
        bunuh|kill ~1 diri ~4 SOON
        SOON ~8 bunuh|kill ~1 diri
        sudah|wis|geus ~3 mantep|mantap|bulat|yakin|tekad & DIE|SUICIDE|bengi|malam|pergi|hidup|budhal
        di_tas ~4 sudah ~2 ada ~3 semua|yang ~5 SOON
        tinggal ~3 satu ~4 belum & SOON & lega|hapus|balikin|utang|pamit
        saat|waktu ~1 nya|wayahe|waktunya ~4 pergi|pulang|pamit|selesai & sudah|cukup|pamit|surat|layang
        wayahe & layang|surat|pamit|cukup
        turu|tidur ~3 aku ~1 budhal|pergi|lungo & layang|surat|pamit
    """,
        "statement",
    ),
    (
        "means_at_hand",
        "suicide",
        "red",
        """
        READY ~4 ROPE|POISON|PILLS ~8 DIE|SUICIDE|SOON|hidup|tidur_selamanya|selesai|cukup|gantung|terakhir|berani|pakai !SCHOOLWORK|pramuka|apotek|batuk|flu|demam|camping|kemah|resep|jemur|lomba
        READY ~3 ROPE & DIE|SUICIDE|gantung|berani|mantap|malam|SOON|hidup|capek|nyerah !!pramuka !!camping !!kemah !!lomba !!jemuran
        sudah ~3 READY ~3 talinya|tali|racun|racunnya|obatnya|silet !pramuka|lomba|jemuran
        ROPE|PILLS|POISON|BLADE|HEIGHT & SUICIDE !!seminar !!pencegahan !!materi !!FICTION
        tali|obat|racun|BLADE|pil ~3 sudah|siap ~2 siap|ada|READY|beli & DIE|SUICIDE|hidup|SOON|berani|capek|mau !pramuka|lomba
        sudah ~2 beli|READY ~2 obat|pil|racun|tali|obatnya|racunnya|talinya & bercanda|DIE|serius|mati|kok|hidup|capek|SOON|selesai !batuk|flu|apotek|demam|resep|kucing|maag
        kumpulin|ngumpulin|mengumpulkan|stok|nyimpen|simpen|nabung|nimbun|stockpiling|saving|collecting ~4 PILLS|obat !kadaluarsa|bencana|donasi|p3k
        gantung ~1 diri|aku
        aku ~3 gantung ~2 diri
        tali ~4 leher !kalung|kartu|name|tag|nametag|peluit|medali|lanyard|kamera|id|dasi
        leher ~5 tali|ROPE !kalung|kartu|name|tag|nametag|peluit|medali|lanyard|kamera|id|dasi
        HANG ~2 SELF
        noose
        READY ~3 POISON & mau|SOON|DIE|capek|hidup|WISH & minum|tenggak|DIE|selesai|campur
        minum|telan|nenggak ~2 POISON & WISH|mau|SOON|aku !!FICTION !!SCHOOLWORK !!kucing !!nyamuk
        HOWTO ~6 overdosis|OVERDOSE|DIE|SUICIDE !THING|GAME|jamur|rumput|seminar|mencegah|bantu|ngatasin
        berapa ~4 PILLS|butir|tablet ~6 mati|DIE|overdosis|mematikan|meninggal|tidak_bangun|bahaya|fatal
        PILLS ~6 mematikan|lethal|fatal
        obat|pil|PILLS ~4 banyak|semua|sebotol|sekaligus|setrip|satu_botol & DIE|WISH|hidup|tidur_selamanya|biar
        SUICIDE|DIE ~4 tanpa ~2 sakit|hurt
        WISH|mau|akan|rencana ~4 nabrakin|tabrakin|nabrakkan|menabrakkan ~3 diri|motor|aku|truk|tubuh
        gunting|silet|pisau|BLADE & nadi|urat & SOON|WISH|mau|DIE
        potong|iris|sayat|motong|ngiris ~3 nadi|urat
        pistol|gun & kepala & aku
    """,
        "evidence",
    ),
    (
        "attempt_or_overdose",
        "suicide",
        "red",
        """
        sudah ~3 SWALLOW ~3 semua|semuanya|banyak|sebotol|setrip|habis|10|20|30|15|12|40|50|sepuluh|dua_puluh|belasan|puluhan & PILLS|ngantuk|pusing|darah|botol|💊|strip|pil|tablet|them|obat
        SWALLOW ~4 PILLS|POISON ~5 biar|supaya|untuk ~2 DIE|mati|tidak_bangun|tidur_selamanya|selesai
        SWALLOW ~3 semua ~3 PILLS|obatnya
        sudah ~3 minum|telan|nelen|took|take|takes|swallowed ~4 semua|all|banyak|segenggam|sebotol !air|teh|kopi|es|susu|jus|bobba|boba
        semua ~3 PILLS ~3 SWALLOW|masuk|habis
        SWALLOW ~4 10|15|20|30|40|50|12|25|sepuluh|duapuluh|dua_puluh|tiga_puluh|lima_belas|belasan|puluhan|segenggam|sebotol|setrip|sestrip|satu_strip|sebungkus ~2 PILLS|obat|butir|pil|strip|tablet|panadol|paramex
        10|15|20|30|40|50|12|25|18|16|dua_puluh|tiga_puluh|belasan|puluhan|segenggam|sebotol|setrip ~2 PILLS|butir|pil|tablet|obat ~5 SWALLOW|minum|telan|masuk|aku
        PILLS ~2 10|15|20|30|40|50|12|25|18|sebotol|setrip|dua_puluh|tiga_puluh|belasan|segenggam ~4 SWALLOW|minum|telan|diminum|ketelen
        SWALLOW ~3 POISON & aku|barusan|sudah|tadi|dia|temen !!FICTION !!kucing !!tikus_mati
        OVERDOSE & aku|FRIEND|sudah|tadi|sekarang|HELPME !gula|boba|kafein|kopi|micin|es|cokelat|coklat|drakor|seblak|konten|rindu !!FICTION !!seminar !!LAUGH
        aku ~3 OVERDOSE !gula|boba|kafein|kopi|micin|es|cokelat|coklat|drakor|seblak|konten|rindu
        mencoba|coba|nyoba|nyobain|percobaan|attempt|attempted|tried|try|nyobian ~3 SUICIDE|DIE|bunuh_diri|gantung|lompat|loncat|hang|akhiri|mengakhiri|kms
        kemarin|tadi|semalam|minggu_lalu|barusan|RIGHTNOW ~5 TRY ~3 DIE|gantung|loncat|lompat|SUICIDE|racun|nelen|ngiris
        TRY ~2 gantung|gantung_diri|akhiri_hidup|ngakhirin_hidup
        gagal ~3 DIE|SUICIDE|bundir|gantung_diri
        gantung|gantungan|tali|talinya ~3 putus|patah|copot & DIE|gagal|aku|hidup !!jemuran !!tas !!sepatu !!layangan
        sudah ~3 lompat|loncat|terjun ~3 dari|jembatan|lantai
        SWALLOW ~4 aneh|aneh2 ~2 biar|supaya ~1 DIE
        obat ~3 nyokap|ibu|ayah|nenek|mama & SWALLOW & semua|banyak|habis|sebotol
        PILLS & SWALLOW & ngantuk|pusing|kesemutan|mual|muter|lemes|kebas & semua|banyak|sebotol|strip|habis !maag|flu|demam|batuk|alergi
        botol ~2 obat|pil ~2 kosong
        took|SWALLOW ~1 mereka & semua & ngantuk|sleepy|sudah|already|pusing
        minum ~1 semua ~1 PILLS
    """,
        "evidence",
    ),
    (
        "goodbye",
        "suicide",
        "red",
        """
        FAREWELL & DIE|SUICIDE|FOREVER|maaf|jaga|jagain|titip|bukan_salah|dunia|surat|hidup|capek|keluarga|ibu|ayah & aku & pamit|surat|FAREWELL & maaf|DIE|selamanya|jaga|titip|jagain|terima_kasih|makasih|capek|tidak_kuat|hidup|salah !!SCHOOLWORK !!magang !!pindah !!lulus !!nikahan !!FICTION
        this|ini ~3 aku ~1 terakhir|last ~1 message|pesan|chat|surat
        surat|layang|letter|note ~4 ibu|ayah|orangtua|keluarga|adik|semua|kalian|mama ~6 jadi|selesai|ditulis|nulis|tinggalin|laci|bantal|meja|siap|kelar|taruh & DIE|maaf|pamit|pergi|SUICIDE|terakhir|rumah_sepi|FAREWELL|malam|sudah|bantal|laci|selesai|wayahe !hari_ibu|izin|sakit
        nulis|menulis|tulis|wrote|written ~2 surat|layang|letter|note|surat2 ~4 ibu|ayah|orangtua|keluarga|semua|mama|adik & pergi|pamit|maaf|terakhir|cukup|malam|SOON|selesai|wayahe|FAREWELL|mati !hari_ibu|tugas|lomba
        surat ~2 bunuh|bundir|SUICIDE|pamit|wasiat|perpisahan & aku|dia|sudah|temen|laci|tas !guru_magang|magang|tugas
        setelah|sesudah|abis|kalau|habis ~1 aku ~1 pergi|mati|tiada|DIE|tidak_ada|gada ~6 jaga|jagain|titip|salah|menyalahkan|sedih|nangis|tolong|kalian|jangan|buat
        tolong|titip|nitip|jaga|jagain ~4 adik|ibu|kucing|keluarga|ayah|mama|orangtua|kucingku & pamit|terakhir|pergi|tidak_ada|mati|maaf|DIE|selamat_tinggal|malam_ini !mudik|liburan|ngungsi|ekskul
        maafin|maaf|maafkan|sorry|ngapunten ~3 semua|ibu|ayah|orangtua|kalian|keluarga|untuk_semua|everything & pamit|FAREWELL|pergi|selamanya|DIE|SUICIDE|terakhir|hidup|jaga|surat|selamat_tinggal|tenang !!SCHOOLWORK !!rapat
        makasih|terima_kasih|thank|thanks ~6 semuanya|semua|selama_ini|everything|baik|kind & pamit|FAREWELL|selamat_tinggal|pergi|terakhir|goodbye|DIE|tenang & aku !!SCHOOLWORK !!pindah !!lulus !!panitia !!magang
        bukan|tidak ~1 salah|fault|be ~1 kamu|kalian|your|fault & makasih|terima_kasih|thank|pergi|pamit|maaf|janji|promise|thanks & aku !!cerita !!klo !!kalau !!bercerita !!telling !!trusting
        it_wont_be ~2 fault
        won't|tidak|bukan ~2 fault & thank|thanks & promise|kind|goodbye
        selamat_tinggal|goodbye|bye ~2 dunia|world|semua|semuanya|forever|everyone|selamanya !!SCHOOLWORK !!LAUGH
        goodnight|selamat_malam|selamat_tidur ~1 forever|selamanya
        FOREVER ~2 goodbye|bye
        sandi|password|pin|passcode ~4 hp|ponsel|phone|laptop|akun & pamit|tabungan|adik|kalau|DIE|pergi|terakhir & kepada|siapa_pun|kalian|tabungan|pamit|sisa
        GIVEAWAY ~6 kesayangan|kesayangannya|semua_barang|barang|koleksi|tabungan|diary|kucing & tidak_butuh|tidak_perlu|terakhir|pergi|pamit|DIE|sudah_tidak|tidak_need|disimpan|keep
        sudah ~1 tidak ~1 butuh|perlu|need & GIVEAWAY|jaket|gitar|sepatu|barang|hp|aku|dia & pakai|buat|lo|kamu|kesayangan|kesayangannya
        bagi|bagiin|bagi_bagi|bagikan ~3 barang|baju|tabungan & aku|dia & pamit|terakhir|tidak_butuh|pergi|tenang
        hapus|delete|deleted|unfollow|hapusin ~5 semua|foto|akun|sosmed|chat & pamit|terakhir|lega|balikin|SOON|goodnight|forever|maaf|diary|utang & aku|dia|my
        minta|meminta ~1 maaf ~3 semua|ke|satu|setiap & tidak_aktif|hpnya|hp|grup|mati|pamit|pareum|hilang|off|pergi !!lebaran !!idul
        pamit & tenang|lelah|capek|dunia|selamanya|maaf|sisa|tabungan|jaga & aku !!SCHOOLWORK !!nikahan !!pulang_dulu !!mudik !!osis !!pindah
        tell|bilang|bilangin|sampaikan|bilangno ~2 ibu|ayah|adik|kakak|mama|keluarga ~5 sayang|love|maaf|room|kamar|sorry & DIE|terakhir|pergi|pamit|last|selamat_tinggal|kalau_aku
        balik|mulih|kembali|pulang ~1 deui|lagi & moal|tidak & sasak|jembatan|HEIGHT|luhur
        luhur ~1 sasak
    """,
        "sign",
    ),
    (
        "self_harm",
        "self_harm",
        "orange",
        """
        CUTSELF !video|videonya|sticker|stiker|kain|baju|rambut|budget|kue|kayu|poster|laser|edit|pola|barang|kasir|scan|harga|produk|minimarket|belanja|qr|paket
        habis|abis|barusan|tadi|kemarin ~1 silet ~2 tangan|lengan|paha|kaki|kulit !tidak_sengaja|masak|dapur
        BLADE|silet|cutter|beling|jangka|gunting|peniti ~4 tangan|lengan|paha|kulit|nadi|kaki|perut|dada & aku|diri|sendiri|biar|lega|teman|dia !kertas|prakarya|masak|bawang|ayam
        tangan|lengan|paha|kulit|nadi|kaki|perut ~4 BLADE|silet|disilet|sileti|cutter|beling !kertas|prakarya|dapur|masak|bawang|kena
        potong|gores|sayat|goret|ngegores|menggores|motong|iris|ngiris|menoreh|nyakar|cakar|cakarin|scratch ~3 tangan|lengan|paha|kulit|nadi|diri|aku_skin|skin|kaki !kertas|kucing|bawang|ayam|masak
        BANG ~3 kepala|diri|tembok|dinding|meja & aku|sendiri|biar|lega|tiap|setiap|kepala
        kepala ~2 tembok|dinding & BANG|biar|lega|tiap|bentur|jedot|jedug|jedukin|hantam
        mukul|mukulin|nonjok|tampar|nampar|pukul|tonjok ~3 diri|kepala_sendiri|muka_sendiri|badan_sendiri|tembok|dinding !GAME
        bakar|nyundut|sundut|burn|nyundutin|korek|korekin ~3 kulit|tangan|lengan|diri & rokok|korek|kulit|sendiri|aku|lilin|setrika
        cubit|nyubit|gigit|gigitin ~2 diri|tangan_sendiri|lengan_sendiri & sampai|biru|lega|darah|biar
        sakit|nyakitin|nyakiti|nyiksa|hukum|menghukum|ngehukum|hurting|hurt|harm|harming|menyiksa|melukai|lukai|ngelukain|ngelukai ~1 diri !orang_lain|kamu
        bekas|luka|sayatan|goresan ~4 silet|siletan|cutter|sendiri|sengaja|barcode & aku|lengan|tangan|dia|teman|paha
        luka|sayatan|goresan ~6 sendiri|sengaja|lega & tangan|lengan|paha & bikin|buat|sengaja|digawe|aku_sendiri
        sengaja ~3 luka|lukai|nyakitin|sakit|jatuh|kepleset & aku|diri|biar
        sakitnya|perihnya|pain ~3 lega|tenang|lupa|lebih & darah|kulit|tangan|aku
        darah|bleeding ~5 lega|tenang|nyaman|enak|puas|nagih
        relapse & tangan|silet|luka|sayat|cut|clean|lengan
        clean ~2 hari|minggu|bulan|days|tahun & cut|silet|sayat|relapse|harm|barcode|sh
        hukum|menghukum|ngehukum ~1 diri
        nyabut|cabut|nyabutin|narik|jambak ~1 rambut ~3 sendiri|botak|rontok|sampai & aku|stres|cemas|diri
        tatu ~2 silet
        jarene|katanya ~4 ben|biar ~2 lego|lega & tatu|silet|luka
    """,
        "statement",
    ),
    (
        "bleeding_now",
        "self_harm",
        "red",
        """
        darah ~5 tidak ~2 berhenti|berenti|brenti|stop|mandeg|eureun !mens|haid|mimisan|hidung|menstruasi|film
        tidak ~2 berhenti|berenti ~2 darah|bleeding|berdarah !mens|haid|mimisan|film
        darah ~3 banyak|deras|netes|ngucur|kemana_mana|everywhere|muncrat & tangan|nadi|silet|aku|sayat|potong|dalem|kamar_mandi !mens|haid|mimisan|donor|film
        nadi|urat|sayat|sayatan|silet|potong|ngiris|cutting|cut ~8 dalam|dalem|terlalu_dalem|too_deep|deep|jahit|darah|bleeding & sekarang|barusan|tadi|tidak_berhenti|takut|banyak|kali|berhenti|terlalu|too
        terlalu|kelewat|too ~1 dalam|dalem|deep & luka|sayat|silet|cut|darah|tangan|iris
        luka|silet|sayat|nyayat ~5 kebuka|menganga|nganga|putih|lemak|jahit|dijahit & tangan|aku|silet|nyilet
    """,
        "evidence",
    ),
    (
        "burden",
        "suicide",
        "yellow",
        """
        aku ~3 BURDEN
        BURDEN ~3 semua|orang|orangtua|keluarga|ibu|ayah
        aku ~3 WORTHLESS
        tidak ~2 ada ~2 peduli|sayang|nyari ~3 aku
        percuma|sia_sia ~3 hidup|aku|semua
        tidak ~2 tau|tahu ~2 untuk ~1 apa
        benci ~2 diri|aku_sendiri
        hate ~1 aku|diri
    """,
        "hint",
    ),
]
