import json
from urllib.request import urlopen


def fetch(city):
    with urlopen(f"https://weather.example/{city}", timeout=10) as answer:
        return json.load(answer)


def advise(city):
    try:
        rain = fetch(city)["rain"]
    except TimeoutError:
        return "no forecast: look out of the window"
    return "take an umbrella" if rain >= 0.5 else "leave it at home"
