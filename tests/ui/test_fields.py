"""The one way a form looks."""

import re

import pytest
from django import forms
from django.template import engines
from django.utils import translation


class Asking(forms.Form):
    secret = forms.CharField(widget=forms.HiddenInput, initial="s")
    story = forms.CharField(label="Mau cerita apa?", help_text="Bebas saja.", widget=forms.Textarea)
    topics = forms.MultipleChoiceField(
        label="Tentang apa?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("a", "Ujian"), ("b", "Teman")],
    )
    peer = forms.ChoiceField(
        label="Siapa?", widget=forms.RadioSelect, choices=[("x", "Kak <Melati>"), ("y", "Kak Dito")]
    )
    agree = forms.BooleanField(label="Saya sudah membaca")

    def clean(self):
        raise forms.ValidationError("Pilih dulu salah satu.")


class Upload(forms.Form):
    roster = forms.FileField(label="Berkas")


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield


@pytest.fixture
def shown(rf):
    def render(form, source="{% form form %}"):
        return engines["django"].from_string(source).render({"form": form, "csrf_token": "T"}, rf.get("/"))

    return render


def test_every_control_has_a_label(shown):
    html = shown(Asking())
    controls = re.findall(r'<(?:input|textarea)(?![^>]*type="hidden")[^>]* id="([^"]+)"', html)

    assert controls == ["id_story", "id_topics_0", "id_topics_1", "id_peer_0", "id_peer_1", "id_agree"]
    assert 'for="id_story"' in html
    assert 'for="id_agree"' in html
    assert html.count("<legend>") == 2


def test_help_is_tied_to_its_control(shown):
    html = shown(Asking())

    assert 'id="id_story_helptext">Bebas saja.' in html
    assert 'aria-describedby="id_story_helptext"' in html


def test_error_is_tied_to_its_control_and_announced(shown):
    html = shown(Asking({"topics": ["a"]}))

    assert re.search(
        r'<textarea[^>]*aria-invalid="true"[^>]*aria-describedby="id_story_helptext id_story_error"', html
    ) or re.search(r'<textarea[^>]*aria-describedby="id_story_helptext id_story_error"[^>]*aria-invalid="true"', html)
    assert 'id="id_story_error"' in html
    assert '<div class="notice stop" role="alert">' in html
    assert "Pilih dulu salah satu." in html


def test_chosen_card_stays_chosen(shown):
    html = shown(Asking({"topics": ["b"]}))

    assert re.search(r'<input[^>]*value="b"[^>]*checked', html)


def test_optional_field_says_so(shown):
    assert shown(Asking()).count("(boleh dilewati)") == 1


def test_label_of_a_card_is_escaped(shown):
    assert "Kak &lt;Melati&gt;" in shown(Asking())


def test_form_carries_token_key_and_hidden_fields(shown):
    html = shown(Asking())

    assert 'name="csrfmiddlewaretoken" value="T"' in html
    assert re.search(r'name="key" value="[\w-]{22}"', html)
    assert 'type="hidden" name="secret"' in html


def test_own_key_field_is_not_doubled(shown):
    class Keyed(forms.Form):
        key = forms.CharField(widget=forms.HiddenInput, initial="K")

    assert shown(Keyed()).count('name="key"') == 1


def test_searching_form_carries_neither_token_nor_key(shown):
    html = shown(Upload(), '{% form form method="get" submit="Cari" %}')

    assert "csrfmiddlewaretoken" not in html
    assert 'name="key"' not in html


def test_file_form_is_sent_in_parts(shown):
    html = shown(Upload())

    assert 'enctype="multipart/form-data"' in html
    assert 'class="drop"' in html


def test_safe_sending_and_way_back(shown):
    html = shown(Asking(), '{% form form submit="Kirim" send=True cancel="/x/" action="/y/" kind="hand" %}')

    assert "data-send" in html
    assert 'action="/y/"' in html
    assert '<button class="btn hand" type="submit">Kirim</button>' in html
    assert '<a class="btn plain" href="/x/">Batal</a>' in html


def test_second_line_of_a_card(shown):
    form = Asking()
    form.fields["peer"].widget.hints = {"x": "Biasanya sore"}

    assert "<small>Biasanya sore</small>" in shown(form, "{% field form.peer %}")


@pytest.mark.parametrize(("columns", "cards"), [(True, True), (False, False)])
def test_widget_decides_about_columns(shown, columns, cards):
    form = Asking()
    form.fields["topics"].widget.columns = columns

    assert ('class="pick cards"' in shown(form, "{% field form.topics %}")) is cards


def test_hidden_field_alone_has_no_label(shown):
    assert shown(Asking(), "{% field form.secret %}").strip().startswith('<input type="hidden"')
