import sys

from table import HIGH_WATER


def main():
    for harbour in sys.argv[1:]:
        print(f"{harbour}: high water at {HIGH_WATER[harbour]}")
