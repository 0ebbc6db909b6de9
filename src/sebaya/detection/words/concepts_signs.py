"""Signs without the word itself: endings, last errands, places, bodies in danger, power and reward.

Most crises are told through these; single ones are harmless, their company is not.
"""

SIGNS = {
    "FINAL": (
        "terakhir last final panungtungan pungkasan penghabisan dadah peace_out berangkat berpulang selesai beres kelar tamat done over finish "
        "game_over last_login last_chat last_dinner that_is_it thats_it itu_aja cukup_sampai sampai_sini habis_sudah panutup pamungkas rampung countdown hitung_mundur finishing last_seen"
    ),
    "ERRAND": (
        "titip nitip titipin jaga jagain kasih_makan siramin lunasi lunasin balikin mengembalikan kembalikan sandi password kartu_pelajar dompet flashdisk tabungan amplop wariskan cium_tangan salim buku_harian diary "
        "serahin bayarin_utang kasihin sampaikan sampein salam pesen pesan minta_maaf hapus nonaktifin bersihin rapi rapihin beresin_kamar skin_nya akun tidied feed fed pamitan nyuwun_pangapura hampura"
    ),
    "NOTFIND": "jangan_nyari jangan_cari jangan_dicari jangan_tunggu jangan_nangis jangan_sedih jangan_salahin jangan_salahkan jangan_lapor jangan_dobrak jangan_hubungi tidak_usah_nyari tidak_usah_bales tidak_usah_dicari dont_look jangan_call jangan_panggil jangan_telpon bukan_salah tidak_salah jangan_kaget",
    "QUIETHOME": "rumah_kosong rumah_sepi kosan_kosong rumah_lagi_kosong sendirian_di_rumah semua_tidur ortu_ke_luar_kota shift_malam pada_pergi home_alone tidur_semua kabeh_turu lagi_sepi keluar_kota rumah_lagi_sepi ibu_tertidur sepi asleep",
    "ITSELF": "alatnya tempatnya caranya tanggalnya waktunya niatnya talinya botolnya semuanya_sudah_siap laksanain lakuin lakukan ngelakuin do_it doing_it berani wanine keberanian cumepak siap_semua lengkap picked_spot the_spot nggon",
    "WATER": "sungai danau waduk laut sumur kali_gede bendungan pantai_malam pelabuhan air_dalam tengah_laut river lake sea bathtub tebing walungan leuwi segara tenggelam drown kerem",
    "RAILROAD": "rel kereta stasiun klakson track train sepur",
    "EDGE": "pinggir tepi ujung pager jendela window ledge pembatas balkon atap luhur_gedong lantai_7 lantai_20 lantai_8 lantai_9 lantai_6 puncak tangga_darurat palang",
    "GASFIRE": "gas bensin petrol jerigen spiritus korek lighter fire api kompor_gas obong ngobong dibakar bakar minyak air_keras kerosene tabung asap",
    "BODYFAIL": (
        "lemes pusing kebas mual menggigil pandangan_gelap gelap_pandangan tidak_bisa_berdiri ngliyeng kejang biru bibir_biru lips_blue bibirnya_biru napas_berat nafas ngorok mengorok pingsan dingin_badannya kulitnya_dingin denyut melepuh ngelupas "
        "patah kencing_darah muntah_darah batuk_darah berdarah bleeding getihan getihe bengkak rembes merembes menganga jahit jahitan infus mutah utah ngaco jatuh_di_kamar_mandi faint dizzy numb dobel ngantuk_banget mata_berat tunduh keracunan overdosis stomach jantung heart_skipping"
    ),
    "HOSPITAL": "rs igd ugd rsj puskesmas rumah_sakit hospital infus dokter ambulans ambulan ambulance klinik dirawat opname operasi pumped_stomach",
    "HIDDEN": "mess penginapan villa hotel toilet gudang gudang_olahraga ruang_arsip ruang_kostum storage_room kamar_pengasuh kebon kebun hutan gang_sepi rumah_kosong_itu lorong wc langgar masigit pos_ronda pos_satpam elevator lobby mobil apartemen kosan_dia tenda plafon kolong lemari semak",
    "HELDDOWN": "held_down menahan nindih ditindih narik ditarik menarik menyeret diseret bekep dibekep tutup_mulut covered_mouth pushed dipojokin mojokin ngunci_pintu locked_door menindih ditahan ngurung memaksa maksa dipeksa forced made_me didorong nyergap dicekal",
    "CLOTHES": "baju_sobek baju_robek pakaian_robek baju_kebalik tidak_pakai_baju celana_dalam pakaian_tidak_lengkap robek sobek baju celana kutang klambi barefoot rok resleting seragam_sobek",
    "WASH": "mandi_terus pengen_mandi mandi_lama jijik kotor ternoda najis merasa_kotor gilo dirty disgusting",
    "FROZEN": "tidak_bisa_gerak tidak_berani cerita_siapa belum_cerita haven't_told tidak_berani_bilang membeku freeze frozen tidak_bisa_teriak diem_aja_takut gemetar_terus shaking teu_wantun ora_wani",
    "OFFENDER": "papa_tiri ayah_tiri bapa_tiri stepdad stepbrother tukang_ojek pengasuh pelatih pembina penjaga ustadz kyai guru_ngaji coach tutor kakak_ipar sepupu_cowok abang_kosan om_om bapak_bapak tukang_ojeg majikan bos_tempat",
    "REWARD": "dibayar bayaran imbalan hadiah gift uang_jajan transferan dibayarin pays dijanjiin dijanjikan gaji komisi pulsa voucher biaya nilai_keluar imingi diiming tawarin ditawarin ditawari balas_budi promises promised barokah",
    "TRAFFIC": "paspor paspor_palsu hp_disita ktp_ditahan ijazah_ditahan penyalur agen diberangkatkan luar_negeri luar_kota dijemput jemput akad didandanin juragan juragan_angkot mayar_utang bayar_hutang seserahan mahar overseas abroad waitress ladies ditikahkeun dikawinkeun rabi dirabekke live_streaming",
    "REPEATED": "tiap setiap unggal saben every selalu terus berkali berkali_kali lagi_dan_lagi bukan_pertama bukan_yang_pertama rutin rutinitas udah_biasa sering sok keeps bergiliran berulang mulu 3x 4x ketiga_kali not_the_first ke_3x biasa sudah_lama every_day every_week each",
    "SINCE": "sejak dari_dulu dari_kecil dari_lebaran dari_mpls sejak_kelas ti ket since months bulan_lalu sasih sudah_bulan years minggu_lalu sebulan seminggu dua_bulan tiga_bulan",
    "MOCK": (
        "ngatain ketawa diketawain ketawain ngetawain sorakin disorakin nyoraki stiker poll polling meme mukbang julukan disebut dipanggil ejek sindir barking ditirukan direkam_diejek caption edit_muka permalukan laughing laughed jokes jadi_bahan "
        "diolok sarkas gunjing gosip gosipin fitnah difitnah dituduh rumor menfess diludahi ludah dilempar dialungkeun umpetin didhelikke disembunyiin sobek disobek rusak dirusak dorong got solokan gembel miskin babu buluk bau_badan setor nyetor setoran pajak_jalan uang_jajan permen_karet"
    ),
    "GROUPHATE": "agama suku kepercayaan gereja masjid_kami alkitab bible cadar jilbab salib cross bangsa penganut minoritas pendatang kafir teroris penyembah_setan leluhur pelangi belok timur papua cina batak madura slur ras kulit hideung item najis merga_agama ibadah chapel",
    "PUNISH": "dihukum hukum hukuman menghukum disetrap ngehukum direndem merendam dijemur push_up squat_jump lari_lapangan berdiri_di_luar jalan_jongkok merangkak sujud dikunciin_di_luar tidak_dikasih_makan dipotong_uang ditelanjangin punished punishment disabet diinjek nginjek inject ditekan ditarik_rambut narik_rambut memelintir twisted dilempar_setrika diseterika disiram_air air_panas bekas_rokok penghapus asbak helm setrika besi",
    "CONTROLS": "ngecek_hp checks_hp larang melarang ngelarang share_loc_terus posesif ngatur password_ig diatur tidak_boleh_ketemu cemburu isolasi screams_at screaming minta_password ngekang ngancem_putus checks_location",
    "SPYON": "ngintip motret memotret foto_diam diam_diam kamera_tersembunyi pas_mandi ganti_pakaian berganti dari_bawah_tangga nyebar screenshot_foto rekam merekam screen_record screenshotted akun_palsu upload mengunggah jual_foto menjual deepfakes deepfake editan saru hidden_camera",
    "DEMAND": "minta_uang minta_transfer minta_foto_lagi kirim_lagi send_more bayar_atau or_I kalau_tidak klo_ga klo_engga atau_aku nek_ora otherwise or_else tebusan syarat nolak klo_nolak unless ngancam minta_motor lunas deadline_minggu",
    "ABSENCE": "tidak_ada_di tidak_di_kamar kosong_ranjang kasur_kosong bed_is_empty bed_empty tenda_kosong absen_kosong jendela_terbuka tidak_ketemu tidak_ada_di_rumah koper ransel backpack lost_signal last_ping location_off hp_mati terakhir_diliat terakhir_dilihat centang_satu offline tidak_balik ora_bali left_home tidak_kembali belum_kembali dicari nyasar tersesat surat_doang",
    "ONLINEMAN": "kenal_di_game kenal_di_aplikasi kenal_dari_aplikasi dikenalnya_dari guy_online kenal_online kenal_di_mt michat tinder omegle discord_orang orang_yang_kenal someone_she_met someone_dia_met stranger_online baru_kenal baru_aku_kenal tidak_aku_kenal tidak_kenal orang_tidak_dikenal",
    "HUNGER": "tidak_makan makan_sisa sisa_dapur sisa_warung nasi_garam nasi_garem mie_instan beras zakat mulung mangan_tela lapar kelaparan tidak_ada_makanan no_makanan gizi_buruk sarapan tidak_sarapan fridge",
    "ABANDON": "ditinggal merantau tidak_pulang_pulang ora_mulih tidak_pernah_kirim pergi_sama pergi_dengan nobody_has_been sendirian_di tidak_ada_orang_dewasa kepala_keluarga jaga_adik ngurus_adik ora_ana tidak_peduli rumah_disita luar_negeri_kerja tidak_nyari pikun lumpuh bedridden yatim",
    "PURGE": "keluarin_lagi dimuntahin muntahin mutah utah chew_spit ngunyah_buang wc_setelah_makan laxative urus_urus pencahar skip_meals skip_makan timbang_badan timbangan kalori lemak celana_longgar begang balung mens_berhenti tidak_mens rontok es_batu puasa_air wedi_lemu lemu sieun_gendut sangu crackers felt_clean",
    "INTAKE": "nagih ketagihan kecanduan sakau nyandu nyuntik suntik ngisep isep lean pil_biar botol_di_tas black_out blackout ngumpetin_botol minum_dikit permen_itu rokok_manis liquid doping high teler ciyu tuwak ngefly barang_itu bungkusan begituan pills float depend",
    "UNREAL": "kode ngasih_kode pesan_khusus pesan_rahasia diutus utusan ratu_kidul terpilih dipilih bukan_asli diganti palsu tanda_tanda alien wajah_di_dinding merasa_diawasi watched thoughts bisikan ngendaliin dikendalikan orang_pintar ruqyah kesurupan ngomong_sendiri ketawa_sendiri ngomong_dhewe bukan_tangan_aku keluar_dari_badan dari_atas melayang misi wahyu mind replaced",
    "TRAUMA": "kecelakaan gempa banjir kebakaran tsunami longsor sirine kejebak truk roboh crash accident tabrakan kerusuhan flashback kebayang terbayang suara_rem mimpi_buruk nightmare",
    "LATE": "telat_haid telat_bulan telat_minggu months_late late_period kandungan kakandungan tanggung_jawab bayi melahirkan lahiran bidan mules telat gugur ngandung janin",
    "REVENGE": "balas bales dendam balas_dendam rasain ngerti_rasa kapok menyesal nyesel_nanti pay_for tunggu_aja awas enteni cegat nyegat datengin samperin disampeurkeun hancurin ancurin hajar habisin latihan_tinju list_nama nama_di_buku hafal_jam jadwalnya alamat_rumah_lo tau_rumah_lo know_where_you_live where_kamu_hidup",
    "GROOMTALK": "rahasia_kita rahasia_berdua secret_kita cuma_kita jangan_bilang_siapa jangan_dicatat jangan_ditulis hapus_chat delete_chat cuma_aku_yang lebih_dewasa istimewa special hubungan_kita cantik ganteng seksi kangen sayang mimpiin_kamu berduaan berdua_aja duaan prettier jemput_kamu tidak_usah_bilang kepantau ke_rumah_aku di_luar_sini di_luar_aplikasi",
    "LEWD": "bodi body_goals ukuran_bra what_are_kamu_wearing pakai_baju_apa buka_baju tidur_sama_aku touch_kamuself montok mantep seksi hot foto_tubuh foto_badan klambi_turu send_pics paha_kamu desah",
    "PASSIVE": (
        "tidak_bangun tidak_bangun_lagi not_waking never_existed stop_existing stop_napas bosan_napas skip_hidup tombol_skip delete_aja didelete dihapus_dari clock_out expired dipundut dipundhut dijemput_ibu ketabrak ditabrak kecelakaan_aja kanker_aja jantung_berhenti salah_lahir lahir dilahirin dilahirkan "
        "iri_sama_orang_mati umur_pendek umur_panjang tidak_sampai_umur taun_depan turning_18 nyampe_umur ikut_eyang ninggal_dunia tidak_ada_aku without_me tanpa_diri jika_aku_tidak_ada rather_not_be here_at_all crash end_sendiri"
    ),
    "DREADPLACE": "takut_pulang tidak_berani_pulang tidak_mau_pulang tidak_aman teu_wantun_balik ora_wani_bali ora_wani_mulih jangan_pulang takut_di_rumah takut_ke_kamar afraid_to_go",
    "SUPPLY": "nyuri_obat ngambil_obat simpen_obat obat_ibu obat_nenek obat_penenang obat_tidur kotak_obat obat_hama racun_tikus racun_serangga cairan_pembersih air_aki air_keras minum_cairan botol_ijo obat_nyamuk_cair baygon dihidro pil_tidur apotek diminum_semua ketelen nelan menelan ngaleueut nginum diinum",
    "THIRDCRISIS": "temen_aku sahabat_aku sepupu_aku kakak_aku adik_aku anak_bimbingan kancaku rerencangan babaturan santri roommate desk_mate sebangku sekamar anak_asrama anak_kost tetangga_aku teman_sekelas teman_kos",
    "DETAILED_NUMBER": "2_jam 3_jam 10_menit 15_menit 30_menit sejam satu_jam an_jam menit_lagi jam_lagi hari_lagi jam_1 jam_2 jam_3 jam_12 tgl tanggal_14 desember subuh pukul",
    "SICKNESS_ILL": "flu batuk pilek demam maag asma masuk_angin alergi migren sariawan diare tipes dbd vitamin paracetamol_1 minum_obat_teratur resep",
    "GOODNEWS": "menang juara lolos lulus seneng senang happy bahagia syukur alhamdulillah bangga makasih terima_kasih mantap keren asik seru semangat selamat yeay hore proud excited hatur_nuhun nuhun suwun matur_nuwun congrats",
    "PLANSCHOOL": "ekskul osis rapat latihan lomba piket kerkel kerja_kelompok jadwal ruang_osis perpus perpustakaan pramuka paskibra futsal basket voli tari paduan_suara kantin seragam upacara kelas_meeting mading pensi studi_tour study_tour kemah beasiswa snbt utbk jurusan magang pkl kuliah kampus pendaftaran formulir lab",
    "SMALLTALK": "oke siap sip ok halo hai hi selamat_pagi selamat_siang permisi punten nggih iya boleh gimana_kabar see_you sampai_jumpa besok_ya makasih_ya makasih_kak terima_kasih_kak p assalamualaikum noted otw bentar",
    "SUPPORTIVE": "aku_dengerin aku_ngerti aku_paham wajar coba_tarik_napas tarik_napas pelan_pelan kamu_hebat kamu_kuat itu_berat pasti_berat cerita_aja boleh_cerita mau_cerita makasih_udah_cerita terima_kasih_sudah_berbagi aku_temenin bareng guru_bk konselor gimana_perasaan_kamu apa_yang_kamu_rasain sounds_hard that_sounds sounds_like proud_of_you menurut_kamu",
}
