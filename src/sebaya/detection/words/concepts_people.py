"""Who: the writer, kin, friends, people with power."""

PEOPLE = {
    "ME": "aku",
    "SELF": "diri diri_sendiri badan_sendiri tubuh_sendiri aku_sendiri",
    "YOU": "kamu kalian",
    "HE": "dia mereka doi",
    "KIN": (
        "ibu ayah orangtua kakak adik paman tante sepupu kakek nenek tiri ipar keluarga sodara saudara mertua "
        "ayah_tiri ibu_tiri family wali suami istri"
    ),
    "ELDER": "ibu ayah orangtua kakak paman tante kakek nenek tiri ipar wali ayah_tiri ibu_tiri suami",
    "FRIEND": (
        "teman sepupu adik kakak pacar sodara saudara seseorang sekamar sebangku sekelas adkel adek_kelas "
        "kakel kakak_kelas mantan roommate anak_didik tetangga anak_itu anak_yang adik_kelas crush"
    ),
    "PARTNER": "pacar mantan tunangan gebetan crush suami istri",
    "POWER": (
        "guru pak bu bos senior kakak_kelas kakel seniorku kepsek satpam kepala_sekolah wali_kelas kakak_tingkat abang_ojol ojol "
        "tukang dukun pendeta pastor bruder suster majikan ketua osis pengurus sir miss mr mrs ms boss manager mbak mas supir sopir driver tetangga kenalan"
    ),
    "GANG": (
        "mereka geng genk gank tongkrongan anak_kelas sekelas seangkatan satu_kelas satu_sekolah satu_angkatan circle "
        "kakak_kelas kakel senior cah anak_anak anak2 semua_orang bocah barudak sakelas bocah2 gerombolan the_boys the_girls"
    ),
    "STRANGER": "stranger orang_asing om_om om2 kenalan akun_anonim anonim orang_dm admin fake_account akun_fake oom",
    "COLLECTOR": "pinjol debt_collector dc penagih rentenir depkol bank_emok bandar lintah_darat debkolektor",
    "STAFF": "guru satpam kepsek kepala_sekolah wali_kelas konselor guru_bk pak_guru bu_guru",
    "SUPPORTER": (
        "pendukung konselor_sebaya pendukung_sebaya teman_sebaya kakak_pendamping pendampingku supporter "
        "yang_dampingin_aku kakak_sebaya peer_supporter pendamping kakak_konselor"
    ),
    "CHARGE": (
        "dampingi dampingin tak_dampingi yang_aku_dampingi yang_aku_dampingin anak_dampingan dampingan seeker client "
        "klien anak_yang_curhat ngedampingin mendampingi"
    ),
}
