# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:gettext"
# ///
"""The English text is the key, so a language without a catalogue just falls back to it."""

import gettext

for language in "fr", "de":
    words = gettext.translation("harbour", "locale", languages=[language], fallback=True)
    _ = words.gettext
    print(language)
    print(" ", _("Welcome to the harbour"))
    boats = [
        words.ngettext("{count} boat is in", "{count} boats are in", count).format(count=count)
        for count in (0, 1, 3)
    ]
    print(" ", ", ".join(boats))
    print(" ", words.pgettext("tide", "high"))
