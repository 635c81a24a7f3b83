"""The settings of the site."""

DEBUG = True
SECRET_KEY = "for development only"
ROOT_URLCONF = "tides.urls"
