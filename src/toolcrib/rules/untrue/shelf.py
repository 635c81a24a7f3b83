"""Remarks that say where a module comes from: with Python, or from elsewhere."""

import re

_OWN = re.compile(
    r"(?:it is |is |est |ist |es |è |é )?(?:(?:a|the|part of|included (?:in|with)|in|from) )*"
    r"(?:python(?:[’']s)? )?(?:standard (?:python )?library|stdlib)(?: (?:module|package))?"
    r"|(?:a )?(?:python )?built-?in(?: python)? (?:module|library|package)"
    r"|(?:comes|ships|included|bundled|preinstalled) (?:with|in) (?:the )?python"
    r"|(?:de |dans |fait partie de )?(?:la )?bibliothèque standard(?: de python)?"
    r"|(?:intégré|inclus|fourni)e? (?:à|dans|avec) python"
    r"|(?:teil der |aus der |in der )?(?:python-)?standardbibliothek|in python enthalten"
    r"|(?:parte )?(?:de |en )?(?:la )?biblioteca estándar|(?:viene|incluido) (?:con|en) python"
    r"|(?:parte )?(?:da |na )?biblioteca padrão|(?:já )?vem (?:instalado )?com o python"
    r"|(?:nella |della |parte della )?libreria standard|incluso in python"
    r"|(?:uit de )?standaardbibliotheek|biblioteka standardowa|z biblioteki standardowej"
    r"|(?:входит в )?стандартн\w+ библиотек\w+|встроенный модуль"
    r"|(?:входить до )?стандартн\w+ бібліотек\w+|вбудований модуль"
    r"|(?:python ?)?(?:标准库|標準函式庫|內建模組|内置模块|内置库)|python ?自带"
    r"|(?:python ?の?)?標準ライブラリ|組み込みモジュール"
    r"|(?:파이썬 )?(?:표준 라이브러리|내장 모듈)|standart kütüphane|yerleşik modül"
    r"|součást pythonu|standardní knihovna|standardbiblioteket|المكتبة القياسية"
    r"|thư viện chuẩn|pustaka standar|βασική βιβλιοθήκη"
)
_FOREIGN = re.compile(
    r"(?:a )?(?:third|3rd)-?\s?party(?: (?:module|library|package))?"
    r"|(?:an )?external (?:module|library|package)"
    r"|(?:module |bibliothèque )?(?:tiers|tierce)|(?:bibliothèque|module|paquet) externe"
    r"|drittanbieter(?:-?(?:modul|bibliothek|paket))?|externe[rs]? (?:modul|bibliothek|paket)"
    r"|(?:biblioteca |módulo |librería )?de terceros|(?:biblioteca |módulo )?de terceiros"
    r"|(?:libreria |modulo )?di terze parti|(?:bibliotheek |module )?van derden"
    r"|zewnętrzna biblioteka|biblioteka zewnętrzna|сторонн\w+ (?:библиотека|модуль|пакет)"
    r"|сторонн\w+ бібліотека|第三方(?:库|模块|模組|套件)?|サードパーティ(?:製)?(?:ライブラリ)?"
    r"|外部ライブラリ|서드 ?파티(?: 라이브러리)?|외부 라이브러리|üçüncü taraf(?: kütüphane)?"
    r"|knihovna třetí strany|tredjepartsbibliotek|thư viện bên thứ ba|pustaka pihak ketiga"
)


def is_own(remark: str) -> bool:
    """Whether a remark says that the module comes with Python, and nothing else."""
    return _OWN.fullmatch(remark) is not None


def is_foreign(remark: str) -> bool:
    """Whether a remark says that the module comes from elsewhere, and nothing else."""
    return _FOREIGN.fullmatch(remark) is not None
