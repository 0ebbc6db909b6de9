"""What happens: dying, hurting, being hurt, means, places."""

ACTS = {
    "DIE": "mati meninggal kematian death tiada wafat go_to_heaven mati_aja pass_away",
    "SUICIDE": (
        "bundir bunuh_diri mengakhiri_hidup akhiri_hidup akhirin_hidup mengakhiri_hidupku ngakhirin_hidup ngakhiri_hidup "
        "mengakhiri_nyawa gantung_diri menggantung_diri gantungdiri akhiri_semua akhirin_semua end_it_all end_it end_aku_life "
        "end_aku_hidup ending_it ending_aku_hidup take_aku_own_hidup take_aku_hidup mengakhiri_semua ngakhirin_semua "
        "habisi_nyawa menghabisi_nyawa nyudahin_hidup menyudahi_hidup mungkasi_hidup bunuh_aku_diri menghabisi_diri "
        "mungkasi_urip nyabut_nyawa mengakhirinya akhiri_saja akhirin_aja check_out_of_life off_aku_diri end_things bunuh_aku_sendiri "
        "mengakhiri_segalanya mengakhiri_penderitaan suicidal_thoughts mungkas_hirup"
    ),
    "LIVE": "hidup lanjut_hidup bertahan_hidup ada_di_dunia be_here exist be_alive hirup",
    "VANISH": (
        "hilang ilang ngilang menghilang lenyap musnah disappear vanish disappeared punah leungit sirna menghilang_selamanya logout "
        "log_out logout_dari_hidup gaada_di_dunia exit_dunia ngaleungit"
    ),
    "ENDWORD": "selesai berakhir kelar tamat rampung end udahan ending game_over berhenti quit uninstall delete_akun",
    "FOREVER": "selamanya selama_lamanya selama2nya forever for_good permanen permanently salawasna saklawase selamanyaa",
    "OVERDOSE": "overdosis od overdose ngeod odin keracunan",
    "PILLS": "obat pil panadol paracetamol parasetamol antimo obat_tidur sleeping_obat ctm xanax tramadol dextro amlodipin insulin bodrex obat_nyamuk 💊 sleeping_pills strip butir",
    "POISON": (
        "racun racun_tikus baygon bayclin pemutih detergen obat_serangga pestisida potas apotas portas sianida obat_rumput gramoxone "
        "bleach poison rat_poison pembersih_lantai pembersih_wc wipol karbol bensin minyak_tanah soklin porstex roundup"
    ),
    "ROPE": "tali tali_jemuran sabuk_tali tali_tambang selendang_gantung noose dadung tali_pramuka",
    "BLADE": "silet pisau cutter gunting jarum_pentul pecahan_kaca jangka serpihan_kaca carter peniti penggaris_besi pisau_dapur cutter_baru",
    "WEAPON": (
        "pisau golok celurit clurit parang samurai pedang senjata pistol airsoft bom sajam kelewang badik gobang bedog arit pentungan gun "
        "weapon machete molotov keling knuckle linggis kunci_inggris balok sangkur busur 🔪 🔫 palu kapak"
    ),
    "HEIGHT": (
        "atap rooftop jembatan lantai_atas balkon gedung rel rel_kereta sutet flyover tower roof ledge bridge jurang tebing "
        "lantai_paling_atas lantai_tiga lantai_3 lantai_4 lantai_5 lantai_empat lantai_lima pinggir_rel train_tracks menara fly_over sasak kreteg"
    ),
    "JUMP": "lompat loncat jump jumping terjun luncat mencolot anjlog lompatin melompat meloncat nyemplung",
    "HANG": "gantung menggantung ngegantung hang hanging gantungin gantung_diri",
    "SWALLOW": "minum telan nelen menelan ditelan nenggak menenggak neguk swallow swallowed took take taken taking diminum kuminum telen ngeteguk minumin tenggak cekokin",
    "CUTSELF": (
        "cutting barcode barcodean ngebarcode self_harm selfharm self_harming sh nyilet menyilet sayat nyayat menyayat menyayat_nyayat nyiletin ngiris_tangan "
        "goresan_di_tangan ngebarkode barkode nyeset siletin melukai_diri melukai_diri_sendiri nyakitin_diri nyakiti_diri menyakiti_diri "
        "menyakiti_diri_sendiri nyakitin_diri_sendiri sakit_aku_diri relapse_cutting ngelukain_diri nglarani_awak ngecut ngecutter nyakitin_badan_sendiri "
        "potong_aku_diri harm_aku_diri harming_aku_diri sayatan nyundut nyundutin menyundut"
    ),
    "WOUND": "luka bekas_luka sayatan lebam memar biru bengkak bruise bruises scar scars lecet tatu tatu_silet bonyok benjol luka2 luka_luka biru_biru biru2 babak_belur baret raheut berdarah gosong",
    "BODYPART": "tangan kaki kepala kulit nadi perut dada leher urat muka pipi lengan punggung badan tubuh mata bibir gigi",
    "BANG": "jedotin jedutin menjedotkan membenturkan benturin ngejedotin jedot nampar_diri mukul_diri mukulin_diri jambak_rambut jeduk jedokin njedukne mukulin_tembok nonjok_tembok",
    "BLEED": "darah pendarahan berdarah_darah ngucur netes deras darah_banyak muncrat",
    "HURTS": (
        ">pukul >gebuk >hajar >tampar >tendang >tonjok >cambuk >jambak >siksa >aniaya >cekik >sabet >sundut >seret >hantam >injak >siram >banting "
        ">keplak >gampar >bogem >jewer >cubit >lempar >hajar >dorong >strap >cekek >gaplok >jitak >ludah >gesper >ciduk >sepak abuse abused abuses kdrt main_tangan ringan_tangan "
        "kasar_fisik nggebugi ngantem nyabet ngajenggut nyiksa neunggeul nonjok nampol tampol nampiling nyiwit strangle choke choked kick kicked kicks throws threw slams shoved grabbed mukulan mukuli"
    ),
    "HURTED": (
        "<pukul <gebuk <hajar <tampar <tendang <tonjok <cambuk <jambak <siksa <aniaya <cekik <sabet <sundut <seret <hantam <injak <siram <banting "
        "<keplak <gampar <bogem <jewer <cubit <lempar <dorong <strap <cekek <gaplok <jitak <ludah <gesper <sepak <gebug <gepuk <antem <tabok <tampol <kaplok <kurung <ikat <rantai "
        "<teunggeul <tampiling <siwit <setrika <bakar <lukai digebugi dikampleng diantemi digitik digitikin digablok ditempeleng dijotos dijorokin dikeroyok pengeroyokan dibacok ditusuk"
    ),
    "BELT": "gesper ikat_pinggang sabuk rotan belt hanger gagang_sapu sapu selang kayu kabel besi balok gayung raket",
    "THREATENS": ">ancam >gertak >teror ngancem ngancam ngancemin mengancam blackmail blackmails peras memeras meres blackmailing ngancem2",
    "THREATENED": "<ancam <gertak <teror <peras <palak <todong <pemaksaan diancem diperes dipalak dipalakin blackmailed dipelak dipalaki",
    "KILLS": "bunuh membunuh ngebunuh bunuhin habisin ngabisin abisin menghabisi habisi bacok ngebacok membacok tusuk nusuk menusuk tembak bakar ngebakar membakar stab shoot tikam nikam gorok ngegorok bantai sembelih potong_leher matiin ngebantai racunin ngeracunin meracuni mateni maehan ngebom burn",
    "KILLED": "dibunuh dihabisi dihabisin dibacok ditusuk dientekke dientekno dibakar dipateni dipaehan diracun diracunin digorok dimatiin",
    "FORCED": "<paksa kepaksa terpaksa dipaksain pemaksaan dipeksa paksa forced",
    "TOUCHES": (
        ">raba >grepe >elus >gerayang >cium >peluk >sentuh >pegang >colek >remas >jamah >lecehin >leceh nyabak nyekel nyekel2 ngusap grepe2 remes ngremes "
        "ngeremes grope groped gropes molest molested molests kiss kissed kisses megang megangin menggerayangi grayang nggrayang nyosor cipok nyipok nempelin nyentuh nyentuh2 nyolek rubbing rubbed fondled ngarampa nyium"
    ),
    "TOUCHED": "<raba <grepe <elus <gerayang <cium <peluk <sentuh <pegang <colek <remas <jamah <leceh <perkosa <cabul <sodomi <tiduri <setubuh dipegang2 digrepe2 diraba2 dicipok <remes <grayang disabak dicekel2 digerayangi dilecehin diperkosa dicabuli",
    "RAPE": "perkosa diperkosa memperkosa pemerkosaan dipaksa_berhubungan dipaksa_tidur dipaksa_ml sodomi disodomi molested dicabuli mencabuli cabul pencabulan digilir diewe dientot assault assaulted sexual_assault sexually_assaulted digagahi dinodai merkosa diperkaos dirudapaksa ditidurin ditiduri",
    "SEX": "seks sex ml making_love berhubungan_badan berhubungan_intim berhubungan berhubungan_suami_istri bersetubuh ngewe ngentot hs hubungan_badan hubungan_intim tidur_bareng tidur_dengan_dia vcs colmek coli oral telanjang bugil naked nude nudes nudies vc_sex threesome open_bo sange birahi onani masturbasi",
    "PRIVATE_BODY": "paha dada payudara kemaluan alat_kelamin bokong pantat toket tete kelamin vagina penis memek kontol boobs private_parts selangkangan",
    "UNDRESS": "buka_baju buka_celana buka_jilbab lepas_baju bugil telanjang ditelanjangi ganti_baju tanpa_baju undress copot_baju buka_bra lepasin_baju open_cam",
    "NUDES": "nude nudes foto_bugil foto_telanjang foto_seksi foto_vulgar video_syur vcs foto_pribadi foto_private aib foto_gituan video_gituan foto_topless foto_tanpa_baju foto_dalem video_itu foto_lama foto_itu foto_begitu video_begitu deepfake foto_editan foto_mandi video_mandi foto_intim video_intim konten_pribadi foto_aku video_aku screenshot_vcs foto_ku",
    "SPREADS": "<sebar sebar nyebar nyebarin sebarin disebar disebarin menyebar menyebarkan sebarkan nyebarke post upload diupload dipost kirim_ke_orangtua kirim_ke_keluarga viralin diviralin leak kesebar tersebar beredar menyebarluaskan disebarluaskan",
    "PREGNANT": "hamil telat_haid telat_mens telat_dapet testpack garis_dua positif_hamil hamil_duluan menghamili dihamili ngehamilin garis_2 tespek test_pack telat_datang_bulan hasil_tespek two_lines missed_aku_period",
    "ABORT": "aborsi gugurin menggugurkan digugurin gugurkan cytotec abortion nggugurin obat_penggugur gugurin_kandungan",
    "MARRY": "dinikahin dinikahkan dikawinin dikawinkan dijodohin dijodohkan dirabekke dinikahi lamaran dilamar ngalamar kawin nikah married marry menikah dirabike akad dikawinkeun nikahin dijodokake dilamarin perjodohan",
    "DRUGS": (
        "sabu sabu_sabu ganja gele cimeng narkoba inex ekstasi tramadol pil_koplo koplo tembakau_gorila sinte tembakau_sintetis lem_aibon aibon ngelem kecubung weed meth "
        "nyabu nyimeng ngobat dextro pil_kuning hexymer trihex excimer riklona obat_keras psikotropika putaw heroin heroine cocaine nyinte cannabis gorila shabu lexotan alprazolam riklonan pil_setan vape_isi kokain ngeganja boti hexy yarindo drugs"
    ),
    "ALCOHOL": "miras mabok mabuk arak tuak ciu anggur_merah amer bir vodka minuman_keras drunk alcohol whisky soju ngamer intisari oplosan teler minum_minum alkohol kobam topi_miring wine mabuk_mabukan beer mendem",
    "GAMBLE": "judi judol slot judi_online judi_slot togel gacor maxwin zeus scatter slotnya deposit_slot depo taruhan gambling casino sbobet parlay ngeslot main_slot kalah_slot pragmatic situs_slot",
    "LOAN": "pinjol utang pinjaman pinjaman_online paylater debt_collector dc ditagih nagih penagih rentenir loan shopeepay_later spinjam gestun kredivo depkol",
    "FOLLOW": "ngikutin diikutin mengikuti diikuti nguntit dikuntit stalking stalker membuntuti dibuntuti following ngintai buntutin dibuntutin follows nututi ditutke nguntitin mengintai",
    "LOCKED": "dikunci dikunciin kekunci dikurung terkunci disekap dikancing ngunciin mengurung dikunciin_di locked lock disekep ngurung mengunci dikoncii dikancingan dikerem",
    "EXPELLED": "diusir diusir_dari ngusir mengusir diusirin kicked_out throw_out threw_aku_out diusir_ayah ditundung diusir_dari_rumah kunci_diganti",
    "RUNAWAY": "kabur minggat lari_dari rumah_kabur pergi_dari_rumah kabur_dari_rumah ran_away run_away runaway melarikan_diri purik kabur_saka tidak_pulang",
    "VOMIT": "muntahin memuntahkan muntah dimuntahin throw_up throwing_up purge purging nyolok_tenggorokan muntahin_makanan colok_tenggorokan dimuntahkan vomit nyogok_tenggorokan laxative laxatives pencahar obat_pencahar jari_ke_tenggorokan",
    "STARVE": "tidak_makan diet starve starving skip_makan tidak_makan_makan mogok_makan kelaparan nahan_lapar ngelaparin restrict fasting anoreksia anorexia bulimia air_putih_doang minum_air_cuma",
    "FAT": "gendut gemuk fat kurus bb berat_badan timbangan kalori calorie calories badan_gede kurusan skinny thin lemu langsing jelek_badan lemak weight kg kilo body_goals",
    "VOICES": "suara suara_suara bisikan voices bisik_bisik suara2 whispering ada_yang_nyuruh ada_yang_ngebisik swara bisikin membisik ngebisikin dibisikin",
    "DELUSION": "disadap alien chip sinyal_otak pikiran_aku_dibaca dikendalikan mata_mata dimata_matain dipantau_kamera diawasi diawasin disantet utusan nabi imam_mahdi cctv_di_kepala bukan_manusia baca_pikiran membaca_pikiran mendengar_pikiran dikontrol diracuni ditanam menanam kamera_tersembunyi halusinasi agen intel dipantau chosen_one spied mind_reading",
    "SHORTBREATH": "sesak sesek sesak_napas susah_napas tidak_bisa_napas can't_breathe tidak_bisa_bernapas tidak_breathe sesek_napas ampeg megap_megap hyperventilate engap",
    "PANIC": "panik panic panic_attack serangan_panik anxiety_attack gemetar gemeteran gemeter gemetaran jantung_deg_degan keringet_dingin kesemutan mau_pingsan shaking trembling anxiety kambuh ndredeg",
    "FAINT": "pingsan semaput fainted passed_out pass_out tidak_sadar unconscious tidak_bangun tidak_bangun2 kejang collapse tidak_sadarkan_diri kolaps sempoyongan tidak_gerak kapiuhan pias sulit_dibangunkan susah_dibangunin",
    "BULLYING": (
        "bully <bully dibully ngebully <ejek <hina <palak <olok <asing <kucil <rundung <jauhin <ledek <kata_kata_in dikatain dihina_hina dicaci dimaki dipermalukan dimusuhin diejekin dikucilin dikucilkan "
        "dijauhin dijauhi dirundung diece diteasing teased mocked excluded humiliated diolok diolok_olok dikerjain diperolok dibentak_bentak diviralin dipoyok dipoyokan digojlok digojlokin dilabrak didiemin_sekelas dicemooh cyberbully "
        "picked_on dipelonco perpeloncoan dibulan_bulanin disuruh_suruh dijadiin_babu dijulidin dipojokin dipojokkan"
    ),
    "SLUR": "kafir cina sipit negro banci bencong lesbi maho monyet aspal dakjal autis idiot cacat papua aseng pribumi ras agama suku keling pincang tunarungu",
    "HATEWORD": "dasar_kafir pulang_ke_negara usir_cina bakar_gereja kafir_laknat dasar_cina ganyang bunuh_kafir sesat_semua",
    "INSULT": "anjing bangsat kontol memek goblok tolol bego babi jancok asu bajingan brengsek perek lonte pelacur jablay sundal ngentot pantek kimak fuck bitch slut whore setan idiot jalang cok jembut tai",
    "MISSING": "hilang_dari_rumah tidak_pulang belum_pulang ngilang_dari tidak_ada_kabar hilang_kontak lost_contact missing tidak_pulang_pulang tidak_balik_balik",
    "GRIEF": "meninggal wafat berpulang almarhum almarhumah alm almh passed_away kepergian kehilangan dimakamkan pemakaman tahlilan ngantunkeun sedo seda dikubur pupus tutup_usia layatan funeral",
    "CRYING": "nangis nangis_terus sobbing nangisin mewek tears bercucuran",
    "SLEEPLESS": "insom insomnia tidak_bisa_tidur susah_tidur begadang tidak_tidur sulit_tidur tidak_sleep tidak_bisa_sleep",
    "EMPTY": "kosong hampa empty numb mati_rasa datar hopeless putus_asa helpless burn_out burnout hilang_semangat depresi depressed depression sumpek sedih nelangsa murung sad miserable tidak_semangat tidak_ada_semangat kehilangan_semangat drained overwhelmed",
    "ALONE": "sendiri sendirian alone lonely kesepian nyalira nyorangan dewekan ijen tidak_punya_teman tidak_ada_teman kesepian_banget dhewekan kesendirian",
    "BURDEN": "beban nyusahin menyusahkan ngerepotin merepotkan burden membebani nyusahke ngrepoti ngarepotkeun hama ngebebanin parasit sampah benalu",
    "WORTHLESS": "tidak_berguna useless worthless tidak_guna gaguna sampah tidak_berharga produk_gagal anak_gagal tidak_ada_gunanya failure tidak_pantes pembawa_sial anak_haram tidak_ada_artinya",
    "BETTER_OFF": "lebih_baik lebih_bahagia lebih_tenang lebih_seneng lega lebih_lega better_off lebih_enak lebih_gampang lebih_damai",
    "FAREWELL": (
        "pamit selamat_tinggal goodbye good_bye farewell pesan_terakhir surat_terakhir surat_wasiat surat_perpisahan wasiat last_message last_words bye_forever kata_kata_terakhir chat_terakhir "
        "terakhir_kalinya salam_perpisahan surat_pamit final_message suicide_note suicide_letter bundir_note terakhir_kali goodnight_forever layang_pungkasan note_terakhir selamat_jalan"
    ),
    "GIVEAWAY": "kasih ngasih kasihin bagi_bagi bagiin wariskan warisin titip nitip titipin give gave giving serahin hibahin jagain wakafin hadiahin",
    "READY": "siap nyiapin siapin menyiapkan disiapin ready persiapan prepare prepared kumpulin ngumpulin mengumpulkan simpen nyimpen menyimpan beli membeli bought buy got pesen mesen order stok nyetok checkout collected saving stockpiled disimpen disimpan kesimpen nyumputkeun kumpul nabung meuli tuku nyolong ambil ngambil mengambil pegang punya have",
    "PLANNED": "rencana plan planned rencananya planning tanggalnya mantep mantap tekad bulat keputusan decided memutuskan mutusin nentuin menentukan jadwal yakin tinggal_nunggu tinggal_tunggu picked pilih tinggal_berani niat nekat",
}
