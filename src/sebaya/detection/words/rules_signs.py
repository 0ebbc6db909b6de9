"""Rules about crises told without their name: last errands, places, failing bodies, flight."""

RULES = [
    (
        "last_errands",
        "suicide",
        "red",
        """
        ERRAND & FINAL & SOON|tonight|malam|besok & QUIETHOME|NOTFIND|pergi|tidak_ada|selamanya|ERRAND & aku !!SCHOOLWORK !!PLANSCHOOL
        besok ~6 kursi|bangku|chair|kelas ~3 kosong|empty
        empty ~1 chair & aku|tomorrow|look
        NOTFIND & pamit|pergi|malam|SOON|FINAL|cukup|selamanya|ERRAND|gedung|jembatan|EDGE !!SCHOOLWORK !!LAUGH
        chat|pesan|pesen|kali|login|dinner|gereja|orang|malam|hari|message|kue ~1 terakhir|last|panungtungan|pungkasan & FINAL & aku|ERRAND & malam|selamanya|maaf|dadah|tenang|akun|buang|titip|hampura|sepurane|selesai|senin|EDGE|WATER !!SCHOOLWORK !!PLANSCHOOL !!GAME
        panungtungan|pungkasan ~3 & hampura|sepurane|titip|artos|wayahe|FOREVER|hirup|layang !sesi|latihan|pelajaran|rapat
        kalau ~3 badan|jasad|hp|tas|tubuh|body ~2 aku ~3 ditemuin|ditemukan|nemu|found
        kalau ~2 kalian|kamu|ada ~3 nemu|baca|reading|menemukan ~3 ini|hp|tas|surat & aku|jangan|pemiliknya|password|maaf|tidak_balik|already
        untuk|buat|kepada ~2 yang|siapa ~3 nemu|menemukan|nemuin
        wasiat ~4 & aku|untuk|gitar|sepatu|titip|malam !FICTION|pelajaran|waris
        jaga|titip|kasih_makan|feed|fed|rawat|siramin|titipke ~4 & tidak_bisa|udah_tidak|tidak_pulang|after_tonight|mulai_besok|tidak_ada_lagi|pergi|tidak_akan|selamanya & aku !mudik|liburan|lomba|study|pkl|magang|kemah
        password|sandi|passwordnya ~6 & aku & jagain|adik|danau|kirim|tabungan|pamit|terakhir|mama|malam|repot|ditemukan|nemu !wifi|lupa|ganti|akun_sekolah|login_ujian
        malam|SOON ~3 aku ~2 selesai|berangkat|udahan|brenti|tamat|cukup|selesaiin|selesain|laksanain|lakuin !SCHOOLWORK|PLANSCHOOL|laporan|bab|lomba|GAME|tugas|bus|kereta_ke|mudik|umroh|umrah
        hari|jam|tanggal|besok|senin|nanti|subuh ~6 aku ~3 selesai|tamat|berangkat|pulang_duluan|udahan & semua|tenang|pamit|jangan|salah|duluan|beres|hidup & aku !SCHOOLWORK|PLANSCHOOL|GAME|ujian|rapat
        tinggal ~2 nunggu|tunggu|menunggu ~5 tidur|tertidur|sepi|kosong|pergi|berangkat|keluar|berani|keberanian|turu !paket|ojol|adzan|bedug|giliran|hasil|jemputan|toko
        tinggal|kari|hitung|itung|itungin|countdown ~4 hari|jam|menit|hours|days ~2 lagi & tenang|aku|aneh|selesai|mati|hidup|badan|pergi|FINAL !lebaran|libur|ujian|lulus|konser|ultah|snbt|lomba|puasa|mudik|deadline|diskon
        rumah|kosan|kost ~3 sepi|kosong & alat|siap|tali|obat|cukup_waktu|sempurna|sendiri_lagi|nyoba|lagi|pernah & aku & nyoba|siap|cukup|alatnya|racun|tali|obat|hujan|sempurna|akhirnya|lengkap !bersih|nonton|masak|takut_hantu
        udah|sudah ~2 siap ~3 semua|alatnya|alat|lengkap|di_depan_mata & malam|tidak_bakal|cukup|sepi|mati|aku|SOON & mati|batal|alatnya|kunci|sepi|hidup|nanti_malam|mt !SCHOOLWORK|PLANSCHOOL|lomba|mudik|berangkat_sekolah|acara
        cara|caranya ~4 gagal|pasti_berhasil|tidak_sakit|tidak_kesakitan|cepet|paling_cepat & nemu|akhirnya|ketemu|tinggal|rumah|malam !SCHOOLWORK|masak|belajar|baking|GAME
        ketemu|bertemu|nyusul|menyusul|janjian|ketemuan ~4 dikubur|almarhum|surga|meninggal|papa|ayah|ibu|nenek|alm & malam|SOON|baca|moga|semoga|hari_ini|udah_janjian & aku
        pakein|pakaikan|dandanin|kafan|pemakaman|kuburan|dimakamkan|nisan ~4 & aku & playlist|hoodie|baju|lagu|putar|warna|nanti|serius !kakek|nenek|alm|tetangga|paman|FICTION|tahlilan
        biar|supaya|so ~5 tidak ~3 repot|ngerepotin|trauma|nemuin|nemu|kaget|nyalahin|menyalahkan|blame & aku & uang|hotel|amplop|surat|kamar|ngurus|mama|keluarga|malam|rapi !LAUGH|PLANSCHOOL|SCHOOLWORK
        aku|i ~1 chose|milih|memilih ~3 it|pulang|ini|pergi|sendiri & aku & salah|school|subuh|reading|jangan|duluan|play !jurusan|ekskul|kampus|baju|menu
        tidak ~2 ada ~2 yang ~2 nyuruh|salah|tau & murni|milih|polisi|malam|pulang|siap & aku & murni|polisi|pulang_duluan|duluan|malam_ini|subuh
        after|setelah|habis|sehari_setelah|sesudah ~4 aku ~2 tiada|gone|tidak_ada|pergi & aku|bunga|ibu|kalian
        tidak|ga|moal ~3 bisa|ada|pulang ~1 lagi & pamit|titip|maaf|hafalan|terakhir|kucing|selamanya|hampura|enjing|besok & aku & titip|pamit|hampura|maaf|selamanya|salam !SCHOOLWORK|lulus|pindah|wisuda|mudik
        date|tanggal|tgl|tempat|spot ~4 lingkerin|picked|dilingkari|pilih|dipilih|sama & aku & pergi|biar|ujian|mimpi|desember|happy|memory|hari_ini
        last ~1 memory|kenangan_terakhir
        kenangan ~1 terakhir & bagus|happy|bahagia|ketawa|indah & aku & biar|hari|mereka !wisuda|perpisahan|kelas
        pergi|goes|tidur ~4 tidak ~2 kembali|balik|come_back|pulang & want|mau|wanted|ingin|niat & aku & banyak|obat|took|selamanya|pamit !mudik
        game_over|tamat ~2 beneran|serius|for_real & malam|aku|udahan|jam
    """,
        "sign",
    ),
    (
        "at_the_edge",
        "suicide",
        "red",
        """
        aku|i|gw ~3 di ~3 EDGE|WATER|HEIGHT|RAILROAD ~8 & dingin|tenang|tangan|kaki|pungkasan|dadah|hampura|sepi|satpam|menit|nangis|cape|capek|lompat|jump|tidak_ada_yang_tau|sieun|takut|merem|look|gagal|sepurane|ngumpet|sempat|liatin|hands|phone|phones !LAUGH|study_tour|piknik|mancing|foto_bareng|jajan|liburan|nunggu_ibu|jemput|bola|renang
        standing|berdiri|duduk|nangkring|sit|sitting|standing_on ~3 EDGE|HEIGHT|jembatan|bridge|tepi|pinggir|RAILROAD|pager|palang & aku|dia|FRIEND !LAUGH|foto|mancing|makan|istirahat|piknik|nonton|antri
        jembatan|rooftop|rel|flyover|jembatan_penyeberangan ~6 & aku & gagal|sepi|satpam|nangis|turun|air|motor|tidak_mau_pulang|pesan|jangan_lapor|klaksonnya|kedengeran|merem|sekarang !macet|LAUGH|foto|jualan|syuting|renovasi|maket|tugas
        udah|sudah|tos|wis|lagi ~1 di|aya ~2 luhur|atap|jembatan|rooftop|tepi|pinggir|jendela|pager|atas|lantai ~5 & cape|dingin|sieun|jangan|dadah|capek|tenang|takut|hampura|tidak_ada|satpam|sepurane|pungkasan|lapor
        jalan ~2 terus ~2 tengah & laut|pantai|danau|air|mabok
        merem ~4 & motor|jalan|120|truk|ngebut & malam|mau|kosong
        next_train|kereta_berikutnya|kereta_terakhir & aku|stasiun|berhenti|stop & orang|tidak|phones|hp
        sungai|danau|laut|waduk|river ~4 banjir|pas|dalam|tenang & sore|malam|aku & pas|cukup|hp|buang|tenang !banjir_rumah|piknik|mancing
    """,
        "sign",
    ),
    (
        "already_done",
        "suicide",
        "red",
        """
        ketelen|ditelen|diminum|nelan|menelan|telan|minum|took|swallowed ~3 semua|sadayana|seluruh|a_lot|banyak|all|everything|too_much|semuanya & perut|takut|panas|obat|kotak|tunduh|ngantuk|mad|sleep|batal|botol|lama|mata|pusing|kak !LAUGH|es|teh|boba|jamu|vitamin
        nunggu|menunggu|sambil|waiting|sampai ~3 obat|pil|obatnya ~2 kerja|bekerja|work|bereaksi
        obat|pil|obatnya ~3 bekerja|kerja|working ~4 & aku|mata|badan|enteng|berat|temani|someone
        mata|badan|nafas|napas ~4 berat|enteng|melayang & obat|minum|botol|tadi|nunggu
        minum|nginum|ngombe|ngaleueut|telan|meminum|menenggak|drank ~4 racun|cairan|aki|obat_hama|hama|pembersih|detergen|pemutih|bensin|botol_ijo|bleach|serangga & dia|aku|teman|adik|kakak|santri|tadi|sekarang|pingsan|mutah|utah !!FICTION !!tikus_mati !!kucing
        kebanyakan|overdosis|too_much|kelebihan ~3 obat|pil|took|minum|telan & takut|jantung|gimana|batal|aku|temen|batalin !kopi|gula|micin|tugas|LAUGH
        batal|batalin|dibatalin|undo|dibatalkan ~3 & minum|lakuin|took|obat|telan|gemeter !jadwal|sesi|lomba|pesanan|tiket|acara
        aku ~3 udah ~3 lakuin|ngelakuin|laksanain & gemeter|batal|takut|darah|maaf|jempol
        nyoba|coba|tried|mencoba|attempt|percobaan|nyobian ~5 & pas|ketauan|ketahuan|digagalkan|diselamatkan|gagal|bohong|rumah_sepi|infus|libur & aku & rumah|ketauan|ketahuan|bohong|gas|minggu|kemarin|lalu|sepi|diselamatkan !lolos|GAME|resep|masak|soal|contek|nyontek
        terjun|nyebur|lompat|loncat|memotong|motong|nelan|gantungin|gantung|menabrakkan ~5 & diselamatkan|dirawat|ketauan|ketahuan|ditolong|puskesmas|igd|selamat|digagalin & aku & lalu|kemarin|semalam|minggu|hari|sebulan|bulan !lomba|futsal|renang
        pumped ~2 aku ~1 stomach
        infus|dirawat|igd|rawat ~8 & sengaja|bohong|niat|jatuh|tidak_sengaja & aku & sengaja|bohong|nadi|racun|nelan
    """,
        "evidence",
    ),
    (
        "body_in_danger",
        "self_harm",
        "red",
        """
        darah|blood|getih|getihan|bleeding ~6 lantai|merah|handuk|rembes|merembes|soaked|seueur|banyak|gumpal|bawah_pintu|everywhere|jero & aku|dia|tangan|lemes|dingin|dizzy|kamar|leungeun|pusing|takut !mimisan|mens|haid|donor|film|FICTION|ayam
        BODYFAIL & BODYFAIL & darah|dalam|dalem|jero|tangan|sayat|luka & aku|tatu|leungeun !LAUGH|FICTION
        kedaleman|kedalaman|too_deep|jero|sedalem|sedalam|dalem_banget & aku|tangan|tatu|darah|teuing|luka !LAUGH|kolam|sumur
        melepuh|ngelupas|mendidih ~6 & aku & kulit|tangan|lengan & marah|sengaja|lama|menggigil|nyelupin
        jantung|denyut|nadi|heart ~5 loncat|skipping|pelan|lemah|berhenti & makan|bangun|bibir|kaki|hari|biru|lemes !crush|LAUGH|lari|ketemu
        tidak_makan|ora_mangan|tidak_eat|cuma_air ~8 & minggu|hari|pekan|week|9_hari & pingsan|jatuh|jantung|bibir|biru|tidak_bisa_bangun|kejang !puasa
        patah|mematahkan|retak|bengkok ~3 lengan|tangan|kaki|rusuk|hidung & ayah|ELDER|PARTNER|dia|ibu & tadi|melarang|barusan|keluar|sekarang !jatuh|bola|futsal|motor
        kencing|muntah|batuk ~1 darah
        lahiran|melahirkan|keguguran|gave_birth ~6 & kos|kamar_mandi|sendirian|asrama|diam|nangis|wc|darah !kucing|tante|kakak_ipar|guru|sapi|kambing
        pingsan|semaput|kapiuhan|faint ~6 & biru|dingin|nadi|napas|ketiga|berbusa|tidak_bangun & dia|teman|aku|kakak|adik
    """,
        "sign",
    ),
    (
        "held_or_hunted",
        "neglect_danger",
        "red",
        """
        HELDDOWN & RIGHTNOW|semalam|tadi|barusan|jam_yang_lalu|hour|last_night|nembe|saiki|wingi & HIDDEN|CLOTHES|FROZEN|gemetar|toilet|mobil|OFFENDER & aku|abdi|me !LAUGH|GAME|FICTION|tarik_tambang
        dipeksa|dipaksa|maksa|forced|memaksa ~6 & saiki|sekarang|RIGHTNOW|barusan|nembe|tadi|semalam|wingi|afternoon & HIDDEN|CLOTHES|takut|belum|FROZEN|clothes|gemetar|wani|omah|balik|ndhelik|pos & aku|dia|me !tugas|makan|ikut_lomba|LAUGH
        baju|pakaian|celana ~3 sobek|robek|kebalik|tidak_lengkap|lepas & aku|dia|teman|RIGHTNOW|kamar|bangun|nangis !jemuran|basah|futsal|LAUGH|seragam_lama|main_bola
        kebangun|terbangun|bangun|woke ~6 & tidak_tau|gatau|siapa|orang_lain|mobil|penginapan|kamar_orang & badan|baju|minuman|dibius|sakit|pakaian & aku !LAUGH|asrama
        dibius|dicekokin|spiked|cekokin|minumanku|minuman_aku ~5 & aneh|bangun|kamar|hotel|mobil|villa|baju & aku !FICTION
        covered ~1 aku ~1 mouth
        held ~1 aku ~1 down
        lari|kabur|escaped|ran|lolos|lumpat|mlayu ~8 & ngejar|nyari|mengejar|dikejar|kejar|follow|kayu|knife|pisau & dia|ayah|mas|ELDER|he|bapak|aku|kami !LAUGH|GAME|anjing|olahraga|maling|layangan
        ngejar|nyari|mencari|looking_for|nyamperin|ngepung|mengepung|kepung|nagih ~6 & kayu|golok|bedog|parang|knife|bensin|batu|obor|sajam|pisau|korek|stones|helm|machete !FICTION|GAME|LAUGH|masak
        mawa|bawa|nggawa|with|has ~3 bedog|golok|arit|parang|knife|linggis|pisau|kampak & bapa|ayah|dia|he|ema|ibu|rumah|papa|kakak & sekarang|jero|luar|takut|looking|nyari|wantun|masih|in|ngamuk|di_dalam !kebun|sawah|masak|qurban|daging
        bensin|petrol|minyak|jerigen|gas ~6 & lighter|korek|bakar|obong|ngobong|holding|dapur|rumah|omah|siram|kamar & dia|he|ayah|kakak|mas|papa|pacar|SOON|ELDER !masak|habis|antri|motor|beli_gas|jagung
        ditinggal|ditinggalin|left ~4 & hutan|pelabuhan|stasiun|gelap|jalan|terminal|villa & aku|tidak_kembali|arah|sendirian|orang !LAUGH|rombongan|bus_jemputan|ayang
        hp ~2 disita|diambil & mess|paspor|giliran|jemput|tamu|malam|tablet & aku & tolong|jemput|mess|giliran|pelajaran_terakhir|kabur
        paspor|diberangkatkan|dibawa|moving ~6 & palsu|dikunci|crying|umur|kota_lain|malam|tidak_mau|batam|besok & aku|kami|us|saya !studi|liburan|lomba|umroh|ziarah
        akad|dinikahin|nikah|kawin ~5 & malam|sekarang|didandanin|besok_pagi|hari_ini & aku & jemput|umur|kamar_mandi|tolong|tidak_mau|kabur !kakak|tante|kondangan|sepupu
        nunggu|nungguin|waiting|di_depan|depan ~4 & mantan|dia|om|geng|penagih|he|orang & hotel|videonya|golok|bensin|rumah|sajam|kos|habis|ancam|apartemen & aku & sekarang|takut|malam|udah|bensin|lobby|lampu !ojol|paket|LAUGH|jemput_mama
        dikunci|dikunciin|ngiket|ditali|diikat|locked|terjebak|kejebak|trapped ~6 & gelap|dingin|tidak_ada_yang|sendirian|pulang|balik|voice|pohon|pendingin|gudang|laboratorium|lantai|air & aku|saya|kami|kita !LAUGH|lift_mall|macet|hujan|GAME|lupa_bawa
        shouting|broke|quiet ~6 & mother|answering|mom|ibu & wall|quiet|now
        nyiksa|menyiksa|ngiket|diinjek|memukul ~6 & live|lapangan|tidak_bergerak|kosong|tolong|sekarang|mengepel & mereka|pengurus|anak|mrk|kls !FICTION|GAME
    """,
        "sign",
    ),
    (
        "gone_without_trace",
        "missing",
        "red",
        """
        ABSENCE & sejak|dari|kemarin|semalam|malam|jam|siang|sabtu|senin|pagi|tadi|hari|midnight & teman|adik|dia|kakak|anak|sepupu|FRIEND|putri|kancaku|sister|she|roommate|bestie|si|sekelas !kucing|LAUGH|GAME|barang|dompet|ojol|paket|libur
        tidak|belum|ora|not ~2 pulang|balik|kembali|ketemu|bali|mulih ~6 & kemarin|siang|semalam|wingi|sejak|dari|sabtu|pagi & hp|tas|nyari|dicari|mati|koper|dompet|terakhir|laki|orang|ortunya|tunarungu|ibunya !kucing|LAUGH|buku|GAME
        ngilang|hilang|ilang|missing|disappeared|kabur ~5 & rs|asrama|barak|pondok|rumah|kemah|sabtu|kemarin|dompet|surat|baju_pasien & teman|kakak|adik|anak|dia|sekelas !kucing|LAUGH|GAME|barang|sinyal|ig
        jendela|window ~4 terbuka|kebuka|open|climbed & kamar|sepatu|bed|kasur|pagi|dia|asrama|phone !panas|angin|hujan
        left ~2 home & someone|met|game|monday|bus|nights|stranger|crying|app
        pergi|left|jalan|dijemput ~4 dengan|sama|with|bersama|om ~4 & dikenalnya|kenal|aplikasi|game|app|online|mt & belum|kembali|off|ponsel|sejak|crying|kota|ninggalin|penginapan|jemput
        dijemput|jemput|yang_jemput|mau_jemput ~5 & om|kenal|tidak_kenal|orang|umur|kota|aplikasi & aku|bus|malam|tidak_pulang|nyasar & om|kenal|nginep|kota !ojol|gojek|grab|ayah|ibu|mama|paman_aku
        kabur|runaway|minggat ~4 & tembok|asrama|surat|bus|terminal|stasiun|malam|kota & aku|anak|dia & surat|lewat|ninggalin|jam|tidur|kota|bus|uang !LAUGH|les|upacara|pelajaran|piket
    """,
        "sign",
    ),
    (
        "passive_wish",
        "suicide",
        "orange",
        """
        PASSIVE & WISH|enak|iri|mending|better|moga|semoga|hope|capek|bosan|kenapa|ngapain|kecewa|aku|lebih !LAUGH|SCHOOLWORK|GAME|kucing
        WISH ~3 ikut|nyusul|ketemu ~3 eyang|ibu|ayah|nenek|kakek|papa|mama|dia|simbah & surga|tenang|sana|alm|meninggal|capek|dijemput|disana
        hilang|ilang|ngilang|dihapus|leungit|ninggal|vanish ~3 bumi|dunia|donya|ingatan|semua_orang
        stop|berhenti|brenti|bosan|bosen|capek|cape ~1 existing|napas|bernapas|ada|jadi_manusia|jadi_orang
        tidak|not|never|don't ~3 lihat|see|liat|sampai|nyampe|reach ~4 umur|taun_depan|18|20|tahun_depan|turning|lulus & aku|diri|hidup|janji|pengen !LAUGH
        ngapain|kenapa|napa|why ~3 dilahirin|lahir|dilahirkan|born|hidup_aku & aku|nyusahin|aku !!LAUGH
        salah ~1 lahir
        mending|langkung|lebih|better|enak ~3 teu_kantos_aya|tidak_ada|tidak_pernah_ada|jadi_kucing|di_delete|didelete|dihapus|aku_yang_sakit|aku_yang_meninggal
        everyone|semua|dunia|keluarga|ibu|orangtua|rumah ~5 better|cope|lega|baik|ringan|bahagia|tenang|irit ~5 tanpa|without|kalau_aku|tidak_ada|jika|aku_tidak
        kalau|jika|nek|if ~2 aku ~3 tidak_ada|ora_ana|gaada|hilang|teu_aya|gone & ringan|lega|seneng|ora_kakean|bahagia|tenang|nyari|peduli|mesthi|better|baik|lebih !LAUGH|mabar|piket
        mimpi|doa|doain|sujud|memohon|berdoa|pray|hope|wish|minta ~6 dijemput|diambil|dipundut|dipundhut|not_waking|tidak_bangun|umur|crash|jantung|ketabrak|ditabrak|berhenti_sendiri|stop_sendiri
        dipundut|dipundhut|pundut
        iri ~3 meninggal|mati|duluan|kubur
        ditabrak|ketabrak|tertabrak|ambulan|ambulance|kecelakaan|crash ~6 & kecewa|enak|easier|moga|pengen|biar|lega|iri & aku !LAUGH
        nyebrang|menyeberang|kapal|tempat_tinggi|tinggi|balkon|jembatan ~6 & menjatuhkan|narik|tidak_nengok|biarin|lompat|kepikiran|bayangin & aku
        pikiran|kepikiran|thought|thinking ~4 & mengakhiri|ga_ada|tidak_ada|nggak_ada|not_existing|ending|gone|die & aku|setiap|dateng|sering|comforting|every !tugas
        clock_out|log_off ~2 forever|selamanya
        rather ~1 tidak ~1 be ~1 here
    """,
        "statement",
    ),
    (
        "harm_to_body",
        "self_harm",
        "orange",
        """
        garis|goresan|bekas|luka|silet|tatu|garis2 ~6 & tangan|lengan|paha|perut|thighs|leungeun|tanganku & sengaja|kucing|alergi|bohong|jaket|sendiri|tutup|setiap|sweater|tau|dhewe|aku_yang|lega|timbul|spidol !spidol_mainan|prakarya|masak|kena_panci
        nyubit|cubit|gigit|cakar|cakarin|cabut|mencabut|nyabut|dig|mukul|tampar|jedot|burn|bakar ~6 & sampai|biru|luka|darah|setiap|kalau|pas|tenang|calm & diri|tangan|rambut|lengan|kuku|nails|kepala_sendiri|kulit & aku !LAUGH|adik|bantal
        clean|tahan|berhenti|relapse|jebol|bersih ~4 hari|bulan|minggu|days & bekas|tangan|silet|luka|lagi|cut|sayat|blade|goresan !LAUGH|kamar|gula|game|medsos
        blade|silet|cutter|pisau ~5 & pencil|kotak_pensil|tas|laci|simpan|keep|nyimpen & aku & use|lega|tahu|used|pakai|aman|tenang !prakarya|LAUGH|boga|kerajinan
        thighs|paha|lengan|perut ~4 & nobody|tidak_ada_yang_tau|guru|renang|checks|jaket|panjang|ketauan & aku & bekas|garis|twice|luka|goresan|mulai|knows
    """,
        "statement",
    ),
    (
        "cruel_punishment",
        "abuse",
        "orange",
        """
        PUNISH & ELDER|ayah|ibu|POWER|guru|wali|kakak|senior|ustadz|pelatih|mom|dad|asrama|ipar|paman & aku|kami|kita|saya|adik|me|tangan|kaki|kepala|leher|perut|muka|jari|pelipis !LAUGH|GAME|FICTION|piket|nyapu
        nginjek|menginjak|inject|ditekan|narik|twisted|nyiram|menyiram|melempar|lempar|threw|nalapung|ditendang|dicabok|disabet|nampar|tampar2in|nyekek|jambak ~5 aku|gue|me|kita|kami|tangan|leher|rambut|kaki|muka|arm|hair|ibu|adik & ELDER|ayah|ibu|dia|papa|mama|kakak|dad|mom|guru|senior|PARTNER|pacar|nyokap|bokap|kakang|ipar|he|she !LAUGH|bola|GAME|bercanda
        dihukum|hukum|hukuman ~5 & berdiri|luar|subuh|kolam|merendam|muntah|makan|tidak_boleh|telanjang|tali|terikat|gelap|air & rumah|asrama|ayah|ibu|guru|nilai|senior|anak !LAUGH
        worthless|mistake|sampah|alasan|penyebab|reason ~5 & dad|mom|ibu|ayah|he|setiap|every|cerai|left & aku|me|calls|bilang|katanya
        locks|ngunciin|mengunci|dikunciin ~3 & outside|luar|pagi|kamar|malam & ELDER|he|bapak|ibu|dia|dad|ayah
        CONTROLS & PARTNER|pacar|cowok|boyfriend|dia|cwo & tampar|dorong|takut|pushed|memar|screams|nangis|putus|rambut|ancam|tembok|hp !LAUGH|FICTION
    """,
        "statement",
    ),
    (
        "wrong_touch",
        "sexual",
        "orange",
        """
        OFFENDER|ELDER|POWER|guru|sepupu|kakak|abang|bapak|tukang ~8 & tangannya|menyentuh|nyentuh|paha|mandi|kasur|kasurku|pijat|pijit|mijit|dipijitin|ndemek|nyelinap|nyelinep|villa|watches|touches|checks|ganti_baju|grepe|meluk|digesek|gesek & aku|adik|dia|paha|kamar|tidur|berdua|barokah|change|malam|anak !LAUGH|dokter|salim|keseleo
        maksa|memaksa|forced|dipaksa|kept_going|lanjut ~6 & bilang_no|tidak_mau|nangis|no|tidak_suka|sayang_harus_mau|ujian_masuk & cowok|pacar|dia|kakak|he|senior & aku !SCHOOLWORK|makan
        digesek|gesek|gesek2|nempel|megang ~3 bapak|orang|om & kereta|bus|angkot|krl|aku
        minta|suruh|nyuruh|disuruh ~4 & pijat|dipijit|dipijitin|mijit|mijitin|mandi|tidur|berdua & ustadz|guru|kyai|pengasuh|om|paman|pembina
        merekam|rekam|recorded|foto|memotret|screenshot|screenshotted|unggah|mengunggah|jual|selling|deepfakes|diedit|edit ~6 & telanjang|saru|ganti_pakaian|berganti|bawah_tangga|picture_i_sent|tanpa_baju|baju|toilet|deepfake|girls|porno|dikirim|uang & aku|kita|me|grup|cewe|girls|foto|school !LAUGH|resmi
        SPYON & DEMAND
        send|kirim ~2 more ~6 & post|sebar|old
    """,
        "statement",
    ),
]
