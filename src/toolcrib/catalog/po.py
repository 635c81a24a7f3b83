"""Translations: gettext files, whose msgid is the English text."""

from pathlib import Path

from toolcrib.errors import ContentError


def read_po(path: Path) -> dict[str, str]:
    """Return the translations of a gettext file; fuzzy, empty and obsolete ones are left out.

    Raises:
        ContentError: It is no gettext file.
    """
    import polib

    try:
        entries = polib.pofile(str(path))
    except (OSError, UnicodeDecodeError) as fault:
        raise ContentError(f"{path}: {fault}") from fault
    return {entry.msgid: entry.msgstr for entry in entries.translated_entries()}
