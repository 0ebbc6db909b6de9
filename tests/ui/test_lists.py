from sebaya.ui import lists


def test_page_follows_the_address(rf):
    page = lists.paged(rf.get("/", {"hal": "2"}), range(95))

    assert (page.number, list(page)[:2], page.paginator.num_pages) == (2, [40, 41], 3)


def test_nonsense_gives_the_nearest_page(rf):
    assert lists.paged(rf.get("/", {"hal": "x"}), range(95)).number == 1
    assert lists.paged(rf.get("/", {"hal": "99"}), range(95)).number == 3


def test_neighbours_keep_the_rest_of_the_address(rf):
    request = rf.get("/", {"hal": "2", "tingkat": "merah"})

    assert lists.links(request, lists.paged(request, range(95))) == (
        "?hal=1&tingkat=merah",
        "?hal=3&tingkat=merah",
    )


def test_single_page_has_no_neighbours(rf):
    request = rf.get("/")

    assert lists.links(request, lists.paged(request, range(3))) == ("", "")
