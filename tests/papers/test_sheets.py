import secrets

from tests.papers.pdf_text import pages

from sebaya.papers import sheets
from sebaya.vault import codes

CODE = codes.write_checked(secrets.token_bytes(32))
OTHER = codes.write_checked(secrets.token_bytes(32))


def printed(page: str, code: str) -> bool:
    """Whether all groups of the code stand on the page, in order."""
    at = 0
    for group in code.split("-"):
        at = page.find(group, at) + len(group)
        if at < len(group):
            return False
    return True


def test_recovery_sheets_are_two_pages_with_one_half_each():
    a, b = pages(sheets.recovery_sheets_pdf("SMP Rekaan", CODE, OTHER))
    assert (printed(a, CODE), printed(b, OTHER)) == (True, True)
    assert (printed(a, OTHER), printed(b, CODE)) == (False, False)
    assert "Lembar pemulihan A" in a
    assert "terpisah dari lembar A" in b


def test_emergency_sheet_has_the_number_of_its_envelope():
    [page] = pages(sheets.emergency_sheet_pdf("SMP Rekaan", 3, CODE))
    assert printed(page, CODE)
    assert "No. 3" in page
    assert "Disaksikan oleh" in page


def test_staff_key_names_its_owner():
    code = codes.write_checked(secrets.token_bytes(16))
    [page] = pages(sheets.staff_key_pdf("SMP Rekaan", "Ibu #Ratih $x$", "ibu.ratih", code))
    assert printed(page, code)
    assert "Ibu #Ratih $x$" in page
    assert "ibu.ratih" in page


def test_sheets_speak_english_too():
    [page] = pages(sheets.emergency_sheet_pdf("SMP Rekaan", 3, CODE, "en"))
    assert printed(page, CODE)
