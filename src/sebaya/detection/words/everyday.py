"""Everyday words: they let a stretched or leet word be read, and run-together words be parted."""

EVERYDAY = """
ada adalah anak arti asal atau awal baik baru bawa bagus bantu beli benar beneran berat beres besar bener biar biasa
biasanya boleh bosan buka buku bukti butuh cara cari cepat cewek coba cowok curhat dapat datang dengar depan deh dong
dua duduk dulu emang gamau gabisa gapapa gpp habis abis hati hilang ilang ngilang hp ingat ini itu jalan jam janji
jawab jelas jelek kabur kali kan kayaknya kecil keluar kembali kerja kesal ketawa khawatir kirim kosong kuat kurang
lama lain langsung laper lari lihat liat lupa maaf mah main makasih makin malas males malu masa masalah masih masuk
mikir minta mulai muncul nama nanya nyaman nyerah nyesel orang pacar pagi pake pakai paling panas pas pasti pikir
pikiran punya rasa rasanya rindu salah sampe sayang sayangku sebel sebenarnya sedang sedih selalu selamanya selesai
semangat sendiri sendirian senang sering sih sini situ soal sore suka surat susah tahan tahu tau tempat tenang tetap
tinggal tolong tugas tunggu umur usah waktu yuk ya yaudah udahan gada gaada gatau gaboleh gapunya gakuat gamampu
gaperlu gaguna wkwk wkwkwk haha hahaha hehe hihi lol lmao anjir njir anjay
about after alone anymore because been being can could day did do does done end ever feel feels feeling first for
forever friend from get go going gone got guess had has have hate help here how if is it its just keep know last leave
left let like long look lot love make maybe mean miss more much need never next nothing now off only or out over please
pls put ready really right same see should so some soon sorry still stop sure take taken taking talk than thank thanks
that the then there thing things think this time tired today tonight took trying try until up was way were what when
where which while who why will wish would yesterday yet bye goodbye am are be by kok kek loh lho nih tuh dah eh oh iya
yaa yah aduh tuhan allah ya_allah
""".replace("_", " ")
