# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:locale"
# ///
"""Only the C library knows which locales there are, so one asks for them in turn."""

import locale
import sys

for language in sys.argv[1:]:
    name = locale.normalize(f"{language}.UTF-8")
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        print(f"{language} is {name}: not installed here")
    else:
        print(f"{language} is {name}: taken")
        break
else:
    print(locale.setlocale(locale.LC_ALL, "C.UTF-8"), "is everywhere")

amount = locale.format_string("%.2f", 1234.5, grouping=True)
point = locale.localeconv()["decimal_point"]
day, encoding = locale.nl_langinfo(locale.DAY_2), locale.nl_langinfo(locale.CODESET)
print(f"{amount} with {point} before the decimals, on {day} in {encoding}")
