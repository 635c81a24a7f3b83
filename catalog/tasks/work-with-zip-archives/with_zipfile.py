# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:zipfile"
# ///
"""zipfile reads members without unpacking them, so each name is looked at before it is a file."""

import argparse
import sys
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

parser = argparse.ArgumentParser(description="Make, list, test and unpack ZIP archives.")
parser.add_argument("archive")
parser.add_argument("action", nargs="?", default="list", choices=["list", "test", "make", "unpack"])
parser.add_argument("name", nargs="*", help="files to make it of; members to unpack, else all")
parser.add_argument("--to", type=Path, default=".", metavar="FOLDER", help="where to unpack")
args = parser.parse_args()


def make(names):
    paths = [path for name in names for path in (name, *sorted(name.rglob("*")))]
    if wrong := [path for path in paths if ".." in path.parts or not path.exists()]:
        sys.exit(f"{wrong[0]} is not there, or outside of this folder")
    with ZipFile(args.archive, "x", ZIP_DEFLATED) as archive:
        for path in paths:
            archive.write(path)


def unpack(archive, names, folder):
    refused = 0
    for name in names:
        if folder.joinpath(name).resolve().is_relative_to(folder):
            archive.extract(name, folder)
            print("unpacked", name)
        else:
            refused = 1
            print(f"refused {name}, which leads out of the folder")
    return refused


try:
    if args.action == "make":
        make([Path(name) for name in args.name] or parser.error("make needs names of files"))
    with ZipFile(args.archive) as archive:
        if args.action == "unpack":
            sys.exit(unpack(archive, args.name or archive.namelist(), args.to.resolve()))
        if args.action == "test":
            damaged = archive.testzip()
            print("damaged:", damaged or "none")
            sys.exit(1 if damaged else 0)
        for member in archive.infolist():
            print(f"{member.file_size:>12,}  {member.filename}")
except (BadZipFile, KeyError, NotImplementedError, RuntimeError, zlib.error) as error:
    sys.exit(f"{args.archive}: {error.args[0]}")
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
