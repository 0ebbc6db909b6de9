"""Makes a template variable that does not exist an error instead of nothing. For test settings:

    TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined()

`{% if missing %}` and `{% for x in missing %}` stay quiet, as Django means them to.
"""


class UndefinedVariable(LookupError):
    """A template used a variable that its view did not give."""


class Undefined(str):
    """Django asks a `string_if_invalid` for "%s" and fills in the variable: then we speak up."""

    __slots__ = ()

    def __new__(cls, text: str = "undefined: %s") -> "Undefined":
        return super().__new__(cls, text)

    def __mod__(self, variable: object) -> str:
        raise UndefinedVariable(str(variable))
