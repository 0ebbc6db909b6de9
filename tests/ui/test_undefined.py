import pytest
from django.template import Context, Engine

from sebaya.ui.undefined import Undefined, UndefinedVariable


def render(source, **context):
    engine = Engine(string_if_invalid=Undefined())
    return engine.from_string(source).render(Context(context))


@pytest.mark.parametrize("source", ["{{ nama }}", "{{ orang.nama }}", "{{ nama|upper }}"])
def test_unknown_variable_is_an_error(source):
    with pytest.raises(UndefinedVariable, match="nama"):
        render(source, orang={})


@pytest.mark.parametrize("source", ["{% if nama %}x{% endif %}", "{% for n in nama %}x{% endfor %}"])
def test_asking_whether_it_exists_is_no_error(source):
    assert render(source) == ""


def test_known_variable_is_shown():
    assert render("{{ nama }}", nama="Sari") == "Sari"
