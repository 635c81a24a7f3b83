# /// script
# requires-python = ">=3.11"
# dependencies = ["pytesseract", "pillow"]
# [tool.toolcrib]
# module = "pypi:pytesseract"
# ///
"""image_to_data says of each word where it stands and how sure Tesseract is of it."""

import argparse
import sys
from itertools import groupby

import pytesseract
from PIL import Image


def words_of(file: str, language: str) -> list[dict]:
    with Image.open(file) as picture:
        data = pytesseract.image_to_data(picture, lang=language, output_type="dict")
    rows = (dict(zip(data, row)) for row in zip(*data.values()))
    return [row for row in rows if row["text"].strip()]


def main() -> int:
    parser = argparse.ArgumentParser(description="Print a picture's text, each line with its box.")
    parser.add_argument("file", help="the picture")
    parser.add_argument("--language", default="eng", help="of the text, as in eng or fra+eng")
    options = parser.parse_args()
    words = words_of(options.file, options.language)
    for _, line in groupby(
        words, lambda word: (word["block_num"], word["par_num"], word["line_num"])
    ):
        line = list(line)
        left, top = min(word["left"] for word in line), min(word["top"] for word in line)
        right = max(word["left"] + word["width"] for word in line)
        bottom = max(word["top"] + word["height"] for word in line)
        box = " ".join(f"{round(edge, -1):>3}" for edge in (left, top, right, bottom))
        print(f"{box}: {' '.join(word['text'] for word in line)}")
    doubtful = [word["text"] for word in words if float(word["conf"]) < 80]
    print(f"{len(words)} words, {len(doubtful)} of them below a confidence of 80", *doubtful)
    return 1 if doubtful or not words else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, pytesseract.TesseractError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
