import re
from types import SimpleNamespace

import pytest
import yaml
from django.utils import translation

from sebaya.ui import pages
from sebaya.ui.pages import MalformedPage, article, folder, parse

pytestmark = pytest.mark.django_db
NAMES = sorted(pages.PAGES.values())
FOR_STUDENTS = ["help", "privacy", "about", "study"]
LONGEST_AVERAGE = 12  # words a sentence, quality.md


def source(name, language):
    return (folder(language) / f"{name}.md").read_text("utf-8")


def outline(text):
    """Kinds of blocks in order: what a translation must keep."""
    kinds = {"#": "heading", "-": "item", "|": "table", "1": "number"}
    return [
        line.split(" ")[0] if line.startswith("#") else kinds[line[0]]
        for line in text.splitlines()
        if line[:1] in {"#", "-", "|"} and line != "---"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_parts(name):
    indonesian, english = source(name, "id"), source(name, "en")

    assert outline(indonesian) == outline(english)
    assert len(re.findall(r"^\d\. ", indonesian, re.M)) == len(re.findall(r"^\d\. ", english, re.M))
    assert re.findall(r"\]\((.*?)\)", indonesian) == re.findall(r"\]\((.*?)\)", english)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_file_is_a_page_and_every_page_a_file(language):
    assert sorted(path.stem for path in folder(language).glob("*.md")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_front_matter_has_the_same_keys(name):
    keys = [set(yaml.safe_load(source(name, language).split("---")[1])) for language in ("id", "en")]

    assert keys == [{"title", "summary"}, {"title", "summary"}]


@pytest.mark.parametrize("page", pages.PAGES)
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("prefix", ["/", "/smp/"])
def test_page_is_shown(client, page, language, prefix):
    client.cookies["lang"] = language

    response = client.get(f"{prefix}{page}/")

    assert response.status_code == 200
    with translation.override(language):
        assert f"<h1>{article(pages.PAGES[page], language).title}</h1>" in response.content.decode()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_page_has_no_exclamation_and_no_promise_of_all_hours(name, language):
    words = source(name, language).lower()

    assert "!" not in words
    assert "24 jam" not in words
    assert "24 hours" not in words
    assert "24/7" not in words


@pytest.mark.parametrize("name", FOR_STUDENTS)
def test_sentences_for_students_are_short(name):
    body = re.sub(r"\]\(.*?\)|[#*|\[-]", " ", source(name, "id").split("---\n", 2)[2])
    sentences = [s.split() for s in re.split(r"[.:;?]\s|\n\s*\n|\n\s*\d\.|\n", body) if s.strip()]

    assert sum(map(len, sentences)) / len(sentences) <= LONGEST_AVERAGE


@pytest.mark.parametrize("language", ["id", "en"])
def test_help_begins_with_people_and_hospital_before_numbers(language):
    body = source("help", language)

    assert body.index("Puskesmas") < body.index("112")
    assert body.index("IGD") < body.index("119")


@pytest.mark.parametrize("closed", ["500-454", "1500-771", "3855-472"])
def test_help_has_no_line_that_is_closed_or_old(closed):
    assert closed not in source("help", "id") + source("help", "en")


@pytest.mark.parametrize("language", ["id", "en"])
def test_confidentiality_says_what_is_not_protected(language):
    html = article("privacy", language).html

    assert "<strong>tidak</strong>" in html or "<strong>not</strong>" in html
    assert html.count("<tr>") == 9  # head and the eight rows of the threat table


def test_public_page_needs_no_script(client):
    assert b"<script" not in client.get("/bantuan/").content


def test_signed_in_reader_gets_a_real_quick_exit(rf, settings):
    request = rf.get("/smp/bantuan/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    request.community = SimpleNamespace(slug="smp", name="SMP", language="id", help_nearby="")

    assert b'action="/smp/keluar-cepat/"' in pages.show(request, "bantuan", "smp").content


def test_visitor_gets_a_link_to_an_ordinary_page(client):
    assert b'href="/tips-belajar/"' in client.get("/bantuan/").content


def test_neutral_page_names_neither_product_nor_help(client):
    html = client.get("/tips-belajar/").content.decode()

    assert "Sebaya" not in html
    assert "konselor" not in html


@pytest.mark.parametrize("text", ["", "# tanpa kepala", "---\nsummary: x\n---\nisi", "---\n- a\n---\nisi"])
def test_file_without_a_title_is_refused(text):
    with pytest.raises(MalformedPage):
        parse(text)


def test_html_in_a_file_stays_text_and_bad_links_go():
    html = parse("---\ntitle: x\n---\n<script>x</script> [a](javascript:alert(1)) ![b](https://example.org/x.png)").html

    assert "<script" not in html
    assert "href" not in html
    assert "<img" not in html
