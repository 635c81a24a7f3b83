"""A browser in a room, driven by Selenium, on a page of the web server beside it."""

import pytest

from rooms import ended, given, room
from toolcrib.verify.machine import apt_command, missing_packages
from toolcrib.verify.room import Limits
from toolcrib.verify.systems import host_system

NEEDED = missing_packages((), ("chromium", "chromium-driver"), host_system())

pytestmark = [
    pytest.mark.pod,
    pytest.mark.index,
    pytest.mark.skipif(bool(NEEDED), reason=apt_command(NEEDED)),
]


def test_browser() -> None:
    """It finds its driver by itself, runs scripts, fills in a form, and takes a picture."""
    code = """
import os
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
options = webdriver.ChromeOptions()
options.add_argument("--headless=new")
options.add_argument("--window-size=800,600")
with webdriver.Chrome(options=options) as driver:
    driver.get("http://www.example.test/tonight.html")
    state = driver.find_element(By.ID, "state")
    WebDriverWait(driver, 10).until(lambda _: state.text == "4 objects")
    limit = driver.find_element(By.ID, "magnitude")
    limit.clear()
    limit.send_keys("-2\\n")
    WebDriverWait(driver, 10).until(lambda _: state.text == "1 objects")
    cells = driver.find_elements(By.CSS_SELECTOR, "#tonight td")
    print(driver.title, [cell.text for cell in cells])
    os.mkdir("out")
    driver.save_screenshot("out/tonight.png")
"""
    fields = given(("web",), ("selenium",))
    ending = ended(room(code, pictures=("tonight.png",), limits=Limits(wall=60), **fields))
    assert (ending.stopped, ending.status, ending.stderr) == ("", 0, b""), ending
    assert ending.stdout.decode() == "Tonight ['Jupiter', 'planet', '-2.2']\n"
    assert ending.pictures["tonight.png"].startswith(b"\x89PNG")
