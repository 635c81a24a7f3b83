# /// script
# requires-python = ">=3.11"
# dependencies = ["tesserocr", "pillow"]
# [tool.toolcrib]
# module = "pypi:tesserocr"
# ///
"""tesserocr holds the engine in this process, so a thousand pages start it once."""

import argparse
import sys
from pathlib import Path

from PIL import Image
from tesserocr import RIL, PyTessBaseAPI, iterate_level


def main() -> int:
    parser = argparse.ArgumentParser(description="Print a picture's text, each line with its box.")
    parser.add_argument("file", help="the picture")
    parser.add_argument("--language", default="eng", help="of the text, as in eng or fra+eng")
    options = parser.parse_args()
    trained = next(Path("/usr/share").glob("tesseract-ocr/*/tessdata"), Path("tessdata"))
    with (
        Image.open(options.file) as picture,
        PyTessBaseAPI(str(trained), options.language) as engine,
    ):
        engine.SetImage(picture)
        engine.Recognize()
        for line in iterate_level(engine.GetIterator(), RIL.TEXTLINE):
            if line.Empty(RIL.TEXTLINE):
                continue
            edges = line.BoundingBox(RIL.TEXTLINE)
            box = " ".join(f"{round(edge, -1):>3}" for edge in edges)
            print(f"{box}: {line.GetUTF8Text(RIL.TEXTLINE).strip()}")
        words = [(word, sure) for word, sure in engine.MapWordConfidences() if word.strip()]
    doubtful = [word for word, sure in words if sure < 80]
    print(f"{len(words)} words, {len(doubtful)} of them below a confidence of 80", *doubtful)
    return 1 if doubtful or not words else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
