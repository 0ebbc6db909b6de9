"""What surrounds a statement: wish, negation, time, school life, stories, laughter."""

CONTEXT = {
    "WISH": "ingin mau pengen berharap hope hoping semoga moga rasanya_mau kepikiran rasanya_pengen pingin doa berdoa wishing thinking_about mikir_buat mikirin pikiran terpikir kepengenan ngarep ngarepin pikir",
    "NEG": "tidak bukan belum jangan tanpa gapernah nggak_pernah gamau gabisa gada gaada gatau gaboleh gapunya gakuat gamampu gaperlu without",
    "NOTREAL": "bukan bohong becanda bercanda kidding joking jk canda bercandaan iseng candaan bcanda becandaan guyon heureuy prank akting roleplay role_play simulasi acting",
    "FINE": "baik_baik gapapa gpp aman okay ok oke fine santai tenang baikan sehat selamat mendingan",
    "NOMORE": "sudahan stop menyerah nyerah give_up giving_up done capek muak bosan tidak_sanggup tidak_kuat tidak_tahan tidak_mampu cant_take tidak_take gakuat gamampu lelah tidak_kuat_lagi udahan tidak_ada_alasan",
    "SOON": (
        "malam_ini tonight nanti_malam sekarang besok hari_ini lusa nanti_sore sebentar_lagi jam today ini_malam malem_ini mengko_bengi nanti habis_ini bengi_iki malam_iki "
        "malam_malam_ini malam_minggu_ini ini_hari minggu_ini senin selasa rabu kamis jumat sabtu weekend abis_ini malam_nanti friday monday tuesday wednesday thursday saturday sunday pas_rumah_sepi subuh peuting_ieu sore_ini sesudah_ini ayeuna malam_ieu dinten_ieu this_malam minggu_depan next_minggu"
    ),
    "RIGHTNOW": "sekarang barusan baru_saja baru_aja tadi lagi_di masih_di semalam tadi_malam tadi_siang tadi_sore tadi_pagi jam_yang_lalu menit_lalu an_jam_ago hour_ago minutes_ago sejam_lalu barusan_aja baru_kejadian tadi_sekolah right_sekarang barusan_banget",
    "PAST": "dulu tahun_lalu pernah tahun_yang_lalu tahun_kemarin years_ago tahun_ago last_tahun bulan_ago sejak_kecil waktu_kecil waktu_sd pas_sd zaman used_to kapungkur dulu_pernah waktu_smp pas_smp masa_lalu long_ago kelas_7 kelas_8",
    "LONGTIME": "minggu bulan tahun berminggu berminggu_minggu berbulan sejak semester belakangan akhir2 akhir_akhir terus setiap setiap_hari setiap_malam selalu lama sering berhari setahun seminggu since lately hari_hari kemarin_kemarin berhari_hari berbulan_bulan",
    "HOWTO": "cara gimana_cara caranya bagaimana how_to dosis berapa how_many how_much lethal mematikan tanpa_sakit painless tidak_sakit cepat paling_cepat ampuh metode method dose ngga_sakit",
    "IFGONE": "kalau_aku_tidak_ada kalau_aku_mati kalau_aku_pergi kalau_aku_hilang tanpa_aku without_aku kalau_aku_tidak_disini setelah_aku_pergi kalau_aku_sudah_tidak_ada kalau_aku_meninggal habis_aku_pergi kalau_aku_tidak_bangun",
    "TRY": "coba nyoba mencoba percobaan nyobain attempt attempted tried try nyaris hampir almost sempet sempat ngetes nyobian",
    "LAUGH": "wkwk wkwkwk wkwkwkwk wk haha hahaha hahahaha hehe hehehe hihi lol lmao ngakak awokwok kwkw xixi 😂 🤣 😆 😹 😭😂 rofl lmfao anjir njir anjay bjir hadeh wkakak 😅 😜 😝 😁 wkwkw kwkwk xd awkwk hhh hihihi ngokngok buset etdah",
    "LIGHT": "lol haha literally lebay drama ngakak seru gemes bucin gaskeun cuy guys guyss ges gais gaes njir ygy wak cok_x jir bro mabar",
    "SCHOOLWORK": (
        "tugas pr ulangan ujian remed remedial kuis quiz exam exams test deadline makalah laporan fisika kimia matematika mtk biologi sejarah_wajib praktikum olahraga lari squat push_up presentasi skripsi essay upacara mpls ospek nilai rapor "
        "rapot garapan soal uas uts pts pas_ganjil utbk snbt tryout try_out hafalan proposal revisi project homework assignment paper kelas_olahraga praktek guru_killer math physics chemistry coding osn olimpiade ips ipa pelajaran gladi latihan paskib paskibra renang les senam lapangan bab materi rumus"
    ),
    "MUNDANE": (
        "panas gerah dingin_banget laper lapar kenyang pedes pedas seblak bakso mie es_teh macet antri kantin kangen ngantuk gemes cringe malu kecoa cicak tikus kucing hantu roller_coaster halilintar wahana cogan bias konser drakor diskon ongkir sinyal wifi lag jomblo crush ganteng cantik ketawa "
        "lucu ngakak jalan_kaki tangga_lantai naik_tangga baju_seragam sepatu jemuran cucian piring nyuci remote kuota paket_data tagihan_listrik sambal level_5 gabut ngantri nunggu_jemputan cebok kentut skincare jerawat nyamuk checkout_shopee"
    ),
    "GAME": (
        "game ml_rank mabar rank push_rank turtle lord jungler tank respawn hero skin valorant pubg ff free_fire epep mlbb mobile_legends minecraft roblox genshin boss_fight monster zombie npc respawn lobby server_game squad_up match scrim ngegank gank push early_game late_game "
        "mvp headshot sniper spawn lost_streak noob ranked mythic epical legend_rank gameplay nge_push dungeon creeper gacha char karakter stage level_boss ps ps5 esport esports turnamen_ml efootball respawn_lama kalah_war war_clan among_us impostor crewmate tim_lawan musuhnya buff damage mid_lane lane combo ulti"
    ),
    "FICTION": (
        "film movie novel cerpen cerita_pendek lirik lagu drama drakor anime komik manga manhwa webtoon wattpad tokoh tokohnya teater puisi pantun sinetron series serial episode chapter ending spoiler plot bioskop netflix karakternya protagonis antagonis skenario naskah monolog "
        "legenda dongeng wayang ludruk ketoprak sendratari buku_fiksi fiksi fiction fanfic fanfiction au_twitter adegan scene pemeran aktor ceritanya_si sutradara roman lirik_lagu judul judulnya penulis bab_terakhir season actor song lyrics lyric horor thriller play romeo "
        "podcast youtube yutub dokumenter berita koran artikel sejarah pahlawan perang debat makalah karya_tulis penelitian lomba_pidato pidato poster kampanye resensi sinopsis geguritan cerkak dongeng_sunda game novelnya filmnya dramanya animenya lagunya reels tiktok fyp lakon"
    ),
    "OUTLET": "obrolan tema materi presentasi tugas_bk seminar penyuluhan sosialisasi leaflet poster webinar modul kurikulum pelatihan training role_play refleksi reflection asesmen catatan_pelatihan evaluasi workshop simulasi",
    "OFFERHELP": (
        "makasih_sudah_cerita terima_kasih_sudah_bercerita makasih_ya_sudah_cerita aku_dengerin aku_temenin kamu_tidak_sendirian bukan_salah_kamu kita_cari_bantuan boleh_aku_tanya apa_kamu apakah_kamu kamu_berhak perasaan_kamu kamu_aman are_kamu do_kamu have_kamu did_kamu thank_kamu_untuk_trusting "
        "thank_kamu_untuk_telling kamu_lagi kamu_merasa kamu_kepikiran kamu_ngerasa kamu_pernah aku_percaya_kamu aku_tanya_langsung bisa_ceritain kamu_boleh ada_pikiran aku_khawatir_sama kalau_kamu kamu_tadi_bilang kamu_bilang aku_dengar_kamu it_sounds_like sounds_seperti"
    ),
    "CAUSE": "bikin gara_gara karena saking sampai makes made bikinin serasa seperti membuat",
    "THING": (
        "lampu listrik hp hpku hpnya batre baterai baterei batere mesin motor mobil laptop komputer wifi sinyal lampune lampunya keran air ac kipas tv kompor api internet server jam_dinding alarm layar kartu pulsa akun tanaman bunga pohon ikan lele kucing ayam burung kecoa nyamuk tikus semut lauk hamster cicak "
        "pajak stnk listriknya lampuna hapena hapene handphone ponsel phone battery power lights signal mic speaker proyektor printer rem aki genset pdam jaringan server_sekolah bebek kambing cupang kelinci keyboard bolpen pulpen spidol kuota remote saklar bola garis shuttlecock tumbuhan virus kuman bakteri sel rem_motor kaktus lcd kabel"
    ),
    "HELPME": "tolong help tolongin bantu bantuin selamatkan please_help sos tulung tulungan",
    "HIDE": "sembunyi ngumpet bersembunyi nyumput hiding hide ndelik ngumpet_di ganjel kunci_pintu lemari kolong kamar_mandi toilet",
    "OUTSIDE": "emperan jalan terminal stasiun masjid musholla pos_satpam spbu pom_bensin gas_station halte pinggir_jalan indomaret alfamart warnet alun_alun taman depan_gerbang luar teras gerbang tempatnya gor kosan_dia hotel villa",
    "NIGHTHOME": "malam_ini sekarang rumah",
    "SECRET": "rahasia secret jangan_bilang jangan_bilang_siapa_siapa jangan_cerita rusiah jangan_kasih_tahu jangan_lapor diem_diem jangan_bilang_siapa2 keep_secret",
    "CONTACT": "nomor nomer wa whatsapp line ig instagram telegram kontak alamat discord number snap snapchat dm akun_pribadi nomor_pribadi chat_pribadi japri no_wa",
    "GIFT": "hadiah kado uang transfer pulsa traktir gift coklat kalung hp_baru skincare biayain spp topup top_up diamond uang_jajan",
    "ROMANCE": "sayang cinta pacaran naksir jadian love_kamu suka_sama_kamu jatuh_cinta pacar romantis suka_kamu in_love kangen_kamu pelukan mencintai suka_dia",
    "BADFEEL": "sedih nangis hampa kosong cemas murung stres stress putus_asa takut gelisah anxious sad empty depresi overthinking sumpek galau malas tidak_semangat",
    "APPETITE": "tidak_nafsu_makan tidak_selera_makan tidak_selera tidak_nafsu susah_makan kehilangan_nafsu_makan tidak_mau_makan tidak_bisa_makan nafsu_makan tidak_ada_nafsu tidak_eat",
    "QUIT_SCHOOL": "bolos putus_sekolah berhenti_sekolah keluar_sekolah tidak_masuk_sekolah tidak_mau_sekolah tidak_sekolah tidak_masuk mogok_sekolah pura2_sakit pura_pura_sakit skip_sekolah males_sekolah drop_out do_sekolah tidak_berani_sekolah berenti_sekolah",
    "FIGHT": "berantem ribut bertengkar tengkar cekcok cerai pisah divorce divorced separating separated fighting fight adu_mulut pisah_ranjang padu pasea marahan talak",
}
