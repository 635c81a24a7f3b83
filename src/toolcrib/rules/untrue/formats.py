"""Untrue statements about modules of the standard library that read and write formats."""

from toolcrib.rules.untrue import claims
from toolcrib.rules.untrue.statement import Statement, documentation

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        about=("std:email", "std:email.message", "std:email.mime", "std:email.parser"),
        claim=claims.SENDING,
        truth="email builds and parses messages and sends none; smtplib sends them",
        source=documentation("email"),
        instead=("smtplib", "smtp"),
    ),
    Statement(
        about=("std:email", "std:email.message", "std:email.mime", "std:email.parser"),
        claim=claims.RECEIVING,
        truth="email builds and parses messages and gets none; imaplib and poplib do",
        source=documentation("email"),
        instead=("imaplib", "poplib", "imap", "pop3"),
    ),
    Statement(
        about=("std:smtplib",),
        claim=rf"{claims.RECEIVING}|{claims.READING}",
        truth="smtplib only sends mail; imaplib and poplib get it",
        source=documentation("smtplib"),
        instead=("imaplib", "poplib", "imap", "pop3"),
    ),
    Statement(
        about=("std:imaplib", "std:poplib"),
        claim=claims.SENDING,
        truth="it reads mailboxes and sends nothing; smtplib sends mail",
        source=documentation("imaplib and poplib"),
        instead=("smtplib", "smtp"),
    ),
    Statement(
        about=("std:pickle", "std:shelve", "std:marshal"),
        claim=claims.SECURITY,
        truth="loading data from somebody else can run any code",
        source=documentation("pickle, marshal and shelve"),
    ),
    Statement(
        about=("std:base64", "std:binascii"),
        claim=rf"{claims.ENCRYPTION}|{claims.SECURITY}",
        truth="it is an encoding, which hides nothing",
        source="RFC 4648, section 12",
        instead=("url-safe", "urlsafe"),
    ),
    Statement(
        about=("std:base64",),
        claim=r"\bcompress\w*|\bkomprim\w*|\bкомпресс\w*|\bсжат\w*|压缩|圧縮|압축",
        truth="base64 makes data a third longer",
        source="RFC 4648, section 4",
    ),
    Statement(
        about=("std:zipfile",),
        claim=r"\b(?:create|make|writ)\w* (?:encrypted|password[- ]protected)"
        r"|\bencrypt(?:s|ing) (?:files|archives|zip)",
        truth="zipfile decrypts archives and cannot encrypt them",
        source=documentation("zipfile"),
    ),
    Statement(
        about=("std:zipfile",),
        claim=r"\brar\b|\b7z\b|\b7-zip\b|\btar\b",
        truth="zipfile reads and writes ZIP archives alone",
        source=documentation("zipfile"),
        instead=("tarfile",),
        anywhere=True,
    ),
    Statement(
        about=("std:tarfile", "std:gzip", "std:bz2", "std:lzma", "std:zlib"),
        claim=r"(?<![\w.-])\.?zip[ -](?:files?|archives?|archive?n|dateien)\b|\barchives? zip\b"
        r"|\barchivos? zip\b|\barquivos? zip\b|\bzip[- ]архив\w*",
        truth="ZIP archives are the matter of zipfile",
        source=documentation("zipfile and Data Compression and Archiving"),
        instead=("zipfile",),
        anywhere=True,
    ),
    Statement(
        about=("std:csv",),
        claim=r"\.?\bxlsx?\b|\bexcel (?:workbooks?|spreadsheets?)\b",
        truth="csv reads and writes delimited text, not workbooks",
        source=documentation("csv"),
        instead=("openpyxl", "pandas"),
        anywhere=True,
    ),
    Statement(
        about=("std:configparser",),
        claim=r"\byaml\b|\btoml\b|\bjson\b|\bxml\b",
        truth="configparser knows INI files alone",
        source=documentation("configparser"),
        instead=("tomllib", "pyyaml"),
        anywhere=True,
    ),
    Statement(
        about=("std:tomllib",),
        claim=claims.WRITING,
        truth="tomllib does not write TOML",
        source="Python documentation, tomllib; PEP 680",
        instead=("tomli-w", "tomli_w", "tomlkit"),
    ),
    Statement(
        about=("std:sqlite3",),
        claim=r"\bmysql\b|\bpostgres(?:ql)?\b|\boracle\b|\bdatabase server\b"
        r"|\bclient[-/ ]server\b|\bserveur de base\w* de données\b|\bdatenbankserver\b",
        truth="sqlite3 opens SQLite databases, which are files without a server",
        source=documentation("sqlite3"),
        anywhere=True,
    ),
    Statement(
        about=("std:glob", "std:fnmatch"),
        claim=claims.REGULAR_EXPRESSIONS,
        truth="its patterns are shell wildcards, not regular expressions",
        source=documentation("glob and fnmatch"),
        anywhere=True,
    ),
    Statement(
        about=("std:xml.etree.ElementTree", "std:xml.dom.minidom", "std:xml.sax"),
        claim=claims.SECURITY,
        truth="it is not made for data from strangers",
        source=documentation("XML security"),
        instead=("defusedxml",),
    ),
    Statement(
        about=("std:shutil",),
        claim=r"\ball (?:the )?metadata\b|\btoutes les métadonnées\b|\balle metadaten\b"
        r"|\btodos los metadatos\b|\btodos os metadados\b|所有元数据",
        truth="not all metadata of a file can be copied",
        source=documentation("shutil"),
        anywhere=True,
    ),
)
