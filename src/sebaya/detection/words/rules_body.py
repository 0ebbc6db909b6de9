"""Rules about sexual violence, exploitation, images and pregnancy."""

RULES = [
    (
        "sexual_assault_now",
        "sexual",
        "red",
        """
        RAPE ~8 RIGHTNOW|SOON|sekarang|tadi|barusan|semalam|masih !seminar|FICTION|berita
        RIGHTNOW|semalam|tadi|barusan|an_hour_ago ~10 RAPE|dipaksa_berhubungan|dipaksa_tidur|diperkosa|dilecehin|dilecehkan|dicabuli|ditidurin !FICTION|berita|seminar
        RIGHTNOW|semalam|barusan|tadi ~6 FORCED ~4 SEX|buka_baju|UNDRESS|berhubungan|tidur|ngelayanin|melayani|oral|ciuman
        RIGHTNOW|semalam|barusan|tadi ~8 TOUCHED|TOUCHES ~6 aku|dia|PRIVATE_BODY|paksa !LAUGH|salam|bola|kucing
        TOUCHED|TOUCHES|RAPE ~8 RIGHTNOW|barusan|tadi|semalam|masih_di & aku|takut|POWER|ELDER|dia|PRIVATE_BODY|kamar|mobil|angkot !LAUGH|salam|bola|kucing|rambut
        did_something|something_happened|ngelakuin_sesuatu|berbuat_sesuatu|just_did ~6 aku|me|mobil|party|kamar & sekarang|car|party|masih|barusan|hour|tempatnya|just|takut|tadi|where
        aku|gue|gw ~1 bilang ~1 stop|berhenti|jangan|tidak|no ~5 dia|tapi ~3 tidak ~1 stop|berhenti|dengerin|peduli
        baru ~2 kejadian ~8 POWER|guru|ELDER|pelatih|kamar|ruang|ganti
        pelatih|guru|paman|ayah|senior|dia ~3 tidak_bisa ~2 nulis|tulis|cerita & barusan|kejadian|masih|ruang|tadi
        dipaksa|paksa|FORCED ~4 SEX|berhubungan|tidur|ngelayanin & RIGHTNOW|barusan|jam|sekarang|semalam|tadi|masih
        dibius|dikasih_obat|dicekokin|diminumin|spiked|drugged|dikasih_minum ~8 bangun|sadar|bugil|telanjang|tidak_pakai|celana|baju|hotel|kamar|inget
        bangun|sadar|woke ~5 tidak_pakai|telanjang|bugil|celana|tanpa_baju|naked|baju & tidak_ingat|inget|dia|minum|party|pesta|kamar|sakit|hotel
        dia|mereka|POWER|ELDER ~3 buka|lepas|lepasin|narik|tarik|nurunin|membuka ~2 celana|baju|rok|bra|resleting|jilbab|celanaku|bajuku|seragam ~8 aku|paksa|RIGHTNOW|tadi|barusan|kabur & aku|paksa|takut|tadi|barusan|kabur|sekarang|lari !LAUGH|basah|futsal
        diperkosa|RAPE ~4 aku|sekarang & HELPME|sekarang|darah|takut_pulang|masih|barusan|tadi|kabur
        lari|kabur|lolos ~6 RAPE|hampir_diperkosa|TOUCHED|pegang & RIGHTNOW|barusan|tadi|sekarang
        hampir|nyaris ~1 RAPE
    """,
        "sign",
    ),
    (
        "sexual_harm",
        "sexual",
        "orange",
        """
        RAPE !seminar|materi|FICTION|berita|film|novel|pelaku_di|pasal
        TOUCHES|TOUCHED ~4 PRIVATE_BODY|badan|tubuh|paha|dada
        PRIVATE_BODY ~3 TOUCHES|TOUCHED
        ELDER|POWER|guru|STRANGER ~5 TOUCHES|ngelus|elus|cium|peluk ~4 aku|badan|tubuh|paha|tangan|pipi|adik|ku|rambut & takut|risih|jijik|sepi|tidak_nyaman|malam|suka|sering|tiba|kamar|paksa|setiap|tidak_suka|diam|rahasia|sieun|wedi|when|bilang|terus|minta|dia !LAUGH|salim|lebaran|bayi|kucing|wisuda
        ELDER|guru|POWER ~3 suka|sering|sok|seneng|selalu|keeps|mulai|pernah|kept ~3 TOUCHES|pegang|peluk|cium|raba !LAUGH|salim|kucing|bayi|burung|hp
        pegang|megang|elus|raba|peluk|cium|sentuh|TOUCHES|TOUCHED & kalau_sepi|rumah_sepi|pas_sepi|omah_sepi|tidak_nyaman|risih|jijik|everyone_is_asleep|semua_tidur|asleep|pas_tidur|lagi_tidur & aku|dia !kucing
        FORCED ~4 SEX|UNDRESS|cium|ciuman|kirim|pap|vc|tidur|ngamar|hotel|buka|layani|ngelayanin|threesome|oral & aku|dia|pacar|adik !SCHOOLWORK|tugas|kerja_kelompok
        aku|adik|teman|dia ~3 TOUCHED !LAUGH|hp|bola|GAME|kucing|laptop|rambut
        UNDRESS ~4 ELDER|guru|POWER|STRANGER|dia|disuruh|suruh|paksa|depan !LAUGH|futsal|renang|olahraga|basah
        disuruh|nyuruh|suruh|minta|ngajak|maksa|disuruhin ~3 UNDRESS|buka|lepas|telanjang|SEX|pegang_itunya|pijat|mijat|mijit|dipijat|pijit|mandi_bareng|tidur_bareng|nonton_bokep !LAUGH|dukun_bayi|urut_kaki|keseleo
        pijat|mijat|dipijat|mijit|pijit|pijet ~5 kamar|malam|sendiri|ustad|guru|pengasuh|kyai|paman & aku|kami|adik|dia !keseleo|atlet|otot|tukang
        kamar|kasur|ranjang ~6 ELDER|tiri|paman|kakak|stepbrother|sepupu|POWER ~3 masuk|dateng|datang|come|comes|tidur ~5 & malam|aku|tidur|dia|takut|night
        tiri|paman|stepbrother|kakak|ayah|sepupu|uncle|om ~4 masuk|comes|datang|nyelinap|come|ngintip|masuk2 ~4 kamar|room|mandi|kasur
        ngintip|intip|diintip|mengintip|ngintipin|rekam|ngerekam|merekam|direkam|videoin|fotoin|foto ~5 mandi|ganti_baju|toilet|wc|kamar_mandi|rok|tidur|kamar_ganti & aku|dia|ELDER|teman|cewek|ada|guru|anak !LAUGH|drama_korea|cermin
        kirim|ngirim|ngirimin|dikirim|dikirimin|sends|sent|dapet|dm ~4 foto_kelamin|kelamin|dick|kontol|bokep|foto_itunya|video_porno|gambar_porno|porn|video_bokep|titit|bugil|naked|telanjang|mesum|jorok
        minta|nyuruh|disuruh|diminta|dimintain|asks|asking|asked|suruh|maksa|request ~4 NUDES|pap|bugil|telanjang|foto_tanpa|kirim_foto_badan|open_cam|vcs|seksi|paha|dada|mesum !LAUGH|ktp|kelas
        SEX ~4 FORCED|terpaksa|dipaksa|tidak_mau|nolak
        diajak|ngajak|ngajakin|mengajak|dirayu ~3 SEX|hotel|ngamar|check_in|checkin|staycation|kosan|penginapan|tidur|vcs & aku|dia|POWER|guru|pacar|om|takut|STRANGER !keluarga|GAME|LAUGH|study_tour
        SEX ~6 pacar|dia|pertama|PARTNER & aku|takut|nyesel|hamil|dipaksa|kami|kita|keluar !pelajaran|biologi|pendidikan
        pernah|udah|sudah ~2 SEX|berhubungan|tidur_bareng & aku|pacar|takut|nyesel
        jijik ~4 badan|tubuh|diri & TOUCHED|digrepe|paman|dia|ELDER|RAPE|pegang|kotor|kejadian
        catcall|catcalling|siul|disiulin|digodain|dicatcall|nyiulin|suit ~6 takut|setiap|risih|bapak|abang|jijik|cowok|tukang|terus
        pelecehan|dilecehkan|dilecehin|lecehin|melecehkan|harassed|harassing|sexual_harassment|molested|groped|digerepe|digerayangi !seminar|materi|poster|FICTION|lomba|tugas|kampanye|film
        gesek|gesekin|nempel|nempelin|digesek|menggesek|desek ~4 badan|kelamin|burung|itunya|pantat|belakang|alatnya & angkot|bis|bus|kereta|aku|krl|dia
        minta_dipijat|minta_pijat|minta_ditemenin_tidur|nemenin_tidur|minta_dicium|minta_cium|minta_peluk
        memanggil|manggil|dipanggil ~4 kamarnya|kamar|ruangannya|kantornya|ruangan ~4 malam|sendiri|sendirian|sepi & pengasuh|ustadz|kyai|guru|pelatih|paman|aku|kami
        kejadian|terjadi|hal_itu|begituan|gituan ~6 ELDER|guru|kakak|paman|tiri|pengasuh & sentuh|kamar|malam|jijik|kotor|dipaksa|tidak_berani & aku
        abang_ojol|ojol|driver|sopir|tukang|satpam|tetangga ~5 TOUCHES|elus|pegang|cium|remas|nanya_nomor|peluk
    """,
        "statement",
    ),
    (
        "image_abuse",
        "image_abuse",
        "orange",
        """
        SPREADS ~4 NUDES|foto|video|aib|chat|vn|screenshot|pap !juara|lomba|wisuda|GOODNEWS & THREATENS|THREATENED|aku|dia|ancam|kalau|mantan|uang|transfer|bugil|telanjang|malu|grup|tanpa_izin|vcs|pribadi !SCHOOLWORK|angkatan_resmi|brosur|poster|undangan|lucu_banget|dokumentasi|kelulusan|poster|LAUGH
        NUDES ~5 SPREADS !LAUGH
        foto|video|fotonya ~3 SPREADS ~6 & THREATENS|THREATENED|ancam|kalau|transfer|uang|bayar|takut|malu|putus|mantan|aku !SCHOOLWORK|dokumentasi|LAUGH|kelulusan|poster
        THREATENS|THREATENED|ancam ~6 SPREADS|sebar|leak|foto|video|NUDES|viralin|post
        kalau ~6 transfer|bayar|kirim|nurut|mau|balikan|putus|ngasih ~8 SPREADS|sebar|disebar|disebarin|viralin
        minta|bayar|transfer|kirim ~4 juta|ribu|500rb|300rb|1jt|2jt|200rb|uang|pulsa|100rb|jt & SPREADS|NUDES|foto|video|pics & THREATENS|ancam|kalau|SPREADS|bocor|sebar|leak
        leak ~3 foto|nudes|video|pics|aku
        SPREADS ~2 NUDES
        foto|muka|wajah ~4 diedit|edit|editan|deepfake|ditempel ~5 telanjang|bugil|porno|bokep|naked|tanpa_baju|ai
        foto|video ~3 aku ~4 grup|tele|telegram|twitter|x & bugil|telanjang|SPREADS|mandi|jual|dijual|vcs|ganti
        direkam|rekam|screenshot|screen_record|record|ss ~4 vcs|bugil|telanjang|mandi|vc|video_call|ganti & aku|dia|ancam|sebar|teman
        sextortion|revenge_porn|kbgo !seminar|materi|poster|lomba
        kirim|ngirim|ngirimin|udah_kirim|terlanjur|sent|send|pap ~3 NUDES|nudes|tt|bugil|telanjang|seksi|tanpa_baju & aku|dia|takut|minta|nyesel|pacar|sebar
    """,
        "statement",
    ),
    (
        "exploitation",
        "exploitation",
        "orange",
        """
        MARRY ~6 lulus|smp|sma|umur|bulan|minggu|tahun|ELDER|orangtua|pria|juragan|paksa|FORCED|ujian & aku|adik|dia|kakak|teman|anak|umur !LAUGH|tante_nikah|undangan|kondangan|gedung|sepupuku_nikah|resepsi|FICTION
        aku ~3 MARRY|dijodohin|dinikahin|dinikahkan|dilamar|dikawinkan|dijodohkan !LAUGH|FICTION|bias
        dinikahin|dinikahkan|dikawinkan|dikawinin|dirabekke|dikawinkeun|dijodohkan|dijodohin|dijodoke !LAUGH|FICTION|kucing
        lamaran|ngalamar|melamar|lamar ~4 aku|abdi|pria|juragan|orang & orangtua|ayah|ibu|ujian|lulus|sekolah|umur|tidak_mau !kerja|beasiswa|magang|pkl|kampus|FICTION
        om_om|om2|om|sugar|paman|gadun|daddy ~8 biayain|bayarin|uang|transfer|traktir|bayar|spp|hp|belanjain|skincare & nemenin|temenin|nginep|jalan|hotel|ketemu|kencan|asal|nemani|sugar|tidur
        nemenin|temenin|ditemenin ~3 om|om_om|tamu|karaoke|bos|client|bapak & uang|bayar|dibayar|hotel|minum|nginep
        sugar_daddy|sugar_baby|open_bo|jual_diri|openbo|dijual|mucikari|psk|prostitusi|michat|booking_out|bo_an !FICTION|LAUGH|buku|hp|motor|baju|sepatu|barang|takjil|akun
        jual|dijual|dijualin ~2 diri|aku|tubuh|badan|teman|dia|foto & om|uang|pacar|hotel|tamu|mami|bayar|orang !LAUGH|buku
        kerja|pkl|magang|lowongan|job|kerjaan ~6 karaoke|spa|pijat|cafe_malam|club|ladies|lc|kamboja|luar_negeri|batam|malaysia & disuruh|nemenin|tamu|paspor|minum|ditahan|nginep|umur|diajak|dijanjiin|gaji|langsung
        paspor|ktp|ijazah|hp ~3 ditahan|disita|diambil & kerja|bos|agen|tidak_boleh_pulang|gaji|majikan
        dipaksa|disuruh|FORCED|paksa ~4 ngemis|jual|jualan|nyuri|mencuri|nganter|kurir|antar|jual_diri|ngelayanin|melayani & aku|paket|ayah|om|bos|malam|tamu|adik !tugas|kewirausahaan|bazar|osis
        kenal|kenalan ~5 game|online|discord|ig|telegram|omegle|dating|tinder|bumble|roblox|ff & ketemu|nginep|foto|transfer|hotel|jemput|rahasia|om|umur & dia|minta|ngajak|ajak & dewasa|tahun|hotel|nginep|foto_tanpa|rahasia|jangan_bilang|kirim_foto|om
        gaji ~4 tidak ~2 dibayar & kerja|pkl|aku|malam|subuh
    """,
        "statement",
    ),
    (
        "pregnancy",
        "pregnancy",
        "orange",
        """
        aku ~2 PREGNANT !LAUGH|FICTION|peran|drama
        PREGNANT ~6 aku|pacar|takut|gimana|teman|dia|kak|pacarku|adik|duluan !tante|kucing|ibu_hamil|guru|LAUGH|FICTION|bu|kakak_ipar|hamster|sapi|biologi|materi
        teman|sahabat|pacar|adik|kakak_kelas|cewek ~3 PREGNANT !FICTION|LAUGH
        telat ~3 mens|haid|dapet|datang_bulan|menstruasi|minggu|bulan & takut|SEX|berhubungan|hamil|testpack|pacar|minggu|gituan|sebulan
        testpack|tespek|test_pack|garis_dua|two_lines|positif ~3 & aku|dia|pacar|hamil|takut !covid|swab|review|berpikir_positif|negatif
        ABORT !FICTION|seminar|materi
        obat ~3 gugurin|aborsi|penggugur|telat
        tidak ~2 pakai ~2 kondom|pengaman
        keluar|dikeluarin ~1 di_dalam|dalem & pacar|dia|aku|takut
    """,
        "statement",
    ),
]
