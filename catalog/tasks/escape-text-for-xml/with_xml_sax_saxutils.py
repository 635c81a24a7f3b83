# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.sax.saxutils"
# ///
"""quoteattr picks the quotation marks by what is between them, which escape does not look at."""

from xml.sax.saxutils import escape, quoteattr, unescape

BOOKS = {"Salt & Tar": "depth < 5 m", 'The "Aurora"': "a > b", "Rock 'n' \"Roll\"": "&amp; is &"}

for title, text in BOOKS.items():
    print(f"<book title={quoteattr(title)}>{escape(text)}</book>")
print(unescape("5 &lt; 7 &amp;&amp; 7 &gt; 5"))
print(unescape("caf&eacute;", {"&eacute;": "é"}))
