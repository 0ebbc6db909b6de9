"""Random display names: an animal and a colour or a tree and a time of day, nothing a student could be."""

import secrets

ANIMALS = (
    "Rusa", "Elang", "Kancil", "Merpati", "Lumba", "Cendrawasih", "Kunang", "Penyu", "Jalak", "Walet", "Kijang",
    "Bangau", "Murai", "Anoa", "Tarsius", "Kasuari", "Pesut", "Kutilang", "Maleo", "Beo", "Cucak", "Belibis",
    "Camar", "Kakatua", "Tupai", "Kelinci", "Landak", "Trenggiling", "Enggang", "Nuri",
)  # fmt: skip
SHADES = (
    "Biru", "Jingga", "Senja", "Fajar", "Laut", "Hutan", "Embun", "Bintang", "Hujan", "Langit", "Pagi", "Ungu",
    "Perak", "Toska", "Salju", "Teduh", "Ombak", "Kabut", "Mentari", "Bulan", "Angin", "Lembah", "Sawah", "Danau",
    "Gunung", "Pelangi", "Malam", "Awan", "Hijau", "Telaga",
)  # fmt: skip


def random_alias() -> str:
    return f"{secrets.choice(ANIMALS)} {secrets.choice(SHADES)}"
