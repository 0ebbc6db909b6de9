"""The addresses of the product and one page that is only the base template: what every page costs at least."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from sebaya.config import urls as product

handler404, handler500 = product.handler404, product.handler500


def base(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "ui/base.html", {})


urlpatterns = [path("<slug:slug>/uji-dasar/", base), *product.urlpatterns]
