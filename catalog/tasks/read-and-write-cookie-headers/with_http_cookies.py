# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:http.cookies"
# ///
"""A SimpleCookie takes the header apart, and writes one in which odd characters are quoted."""

from http.cookies import SimpleCookie

asked = SimpleCookie('theme=dark; basket="3 apples\\054 2 pears"')
for name, morsel in asked.items():
    print(name, "is", morsel.value)

answer = SimpleCookie()
answer["session"] = "a81f"
answer["session"].update({"path": "/", "max-age": 3600, "samesite": "Lax"})
answer["session"]["secure"] = answer["session"]["httponly"] = True
answer["theme"] = ""
answer["theme"].update({"path": "/", "max-age": 0})  # the browser forgets it
print(answer.output(sep="\n"))
