# /// script
# requires-python = ">=3.11"
# dependencies = ["selenium"]
# [tool.toolcrib]
# module = "pypi:selenium"
# ///
"""WebDriverWait asks again until a script has done its work, so no pause has to be guessed."""

import os

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import text_to_be_present_in_element
from selenium.webdriver.support.wait import WebDriverWait

STATE = By.ID, "state"

options = webdriver.ChromeOptions()
options.add_argument("--headless=new")
options.add_argument("--window-size=800,600")
with webdriver.Chrome(options=options) as browser:
    browser.get("http://www.example.test/tonight.html")
    wait = WebDriverWait(browser, 20)
    wait.until(text_to_be_present_in_element(STATE, "objects"))
    print(browser.find_element(*STATE).text)

    field = browser.find_element(By.NAME, "magnitude")
    field.clear()
    field.send_keys("1")
    browser.find_element(By.TAG_NAME, "button").click()
    wait.until(text_to_be_present_in_element(STATE, "2 objects"))
    print("after the filter:", browser.find_element(*STATE).text)
    for row in browser.find_elements(By.CSS_SELECTOR, "#tonight tr"):
        print(row.text)
    os.makedirs("out", exist_ok=True)
    browser.save_screenshot("out/tonight.png")
