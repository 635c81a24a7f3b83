"""Whether a word looks like the name of a module, before anybody is asked."""

import re
from urllib.parse import unquote, urlsplit

TOKEN = re.compile(r"[A-Za-z_0-9](?:[\w.+-]*[\w+])?", re.ASCII)

_MARKS = re.compile(r"[\W_]+", re.ASCII)
# What files of a project end in: sources, settings, data, documents, pictures.
_FILE = re.compile(
    r"(?P<stem>[\w.-]+)\.(?:py[wxi]?|ipynb|jsx?|tsx?|css|html?|sh|bat|ps1|sql|cpp|hpp|[ch]|java|rs"
    r"|json|ya?ml|toml|ini|cfg|conf|env|lock|txt|md|rst|csv|tsv|xlsx?|docx?|pptx?|pdf|db|sqlite3?"
    r"|log|xml|zip|tar|gz|exe|png|jpe?g|gif|svg|ico|mp[34]|wav)",
    re.ASCII | re.IGNORECASE,
)
_SUFFIX = re.compile(r"\.(?:html?|git|md|rst)$")

# Weights of shapes: what share of words of this shape, at the place of a name, is one.
_TELLING, _LOWER, _HUMPS, _TITLE, _UPPER, _PAIR, _TRIPLE = 0.6, 0.45, 0.45, 0.3, 0.25, 0.15, 0.1
_CONSTANT = 0.1
_LONGEST = 60
_LINKED, _HOSTED = 0.85, 0.7

# Words that stand before a colon in any list: they name a field of an entry, never a module.
_LABELS = frozenset(
    word
    for line in (
        "purpose use usage uses example examples note notes description install installation",
        "summary features feature link links docs documentation source author license version",
        "category name module modules package packages library libraries tip tips warning pros",
        "cons output input why what how key import type default returns homepage website repo",
        "repository tags todo advantages disadvantages date authors slug status lang layout",
        "but exemple exemples utilisation usages cas remarque remarques nom objectif objet rôle",
        "bibliothèque bibliothèques paquet paquets lien liens licence fonction fonctions",
        "zweck beispiel beispiele verwendung hinweis beschreibung zusammenfassung modul",
        "bibliothek paket quelle lizenz",
        "propósito proposito uso usos ejemplo ejemplos nota notas descripción descripcion resumen",
        "módulo modulo módulos modulos biblioteca bibliotecas paquete enlace fuente instalación",
        "objetivo exemplo exemplos descrição descricao pacote fonte instalação",
        "scopo esempio esempi descrizione libreria pacchetto installazione",
        "назначение пример примеры использование описание примечание модуль модули библиотека",
        "библиотеки пакет установка ссылка",
        "用途 示例 例子 说明 描述 备注 注意 模块 库 名称 功能 安装 作者 链接 例 用法 简介",
        "使い方 目的 説明 例文 ライブラリ モジュール 모듈 설명 예제 용도 예시 라이브러리",
        "cel przykład opis użycie moduł amaç örnek açıklama kullanım",
    )
    for word in line.split()
)

# Titles of the column that says to which shelf each row belongs, in the languages of lists.
_CATEGORIES = frozenset(
    """
    category categories group area domain field topic section theme catégorie catégories domaine
    thème thématique rubrique groupe kategorie kategorien bereich gebiet themengebiet rubrik
    gruppe categoría categorías área tema grupo ámbito rubro categoria categorie assunto setor
    ambito settore argomento gruppo domein onderwerp groep kategori område emne grupp kategoria
    obszar dziedzina grupa kategorija oblast skupina téma područje oblasť kategória terület
    témakör csoport domeniu domeniul kategooria valdkond sritis joma aihe aihealue luokka ryhmä
    alan konu grup bidang kelompok lĩnh_vực nhóm danh_mục chủ_đề κατηγορία τομέας θέμα категория
    категории раздел область группа тема категорія розділ галузь група област категорија 分类 类别
    领域 方向 分類 類別 領域 カテゴリ カテゴリー 分野 ジャンル 분류 분야 카테고리 범주
    التصنيف الفئة المجال القسم קטגוריה תחום נושא
    หมวด หมวดหมู่ ประเภท श्रेणी वर्ग विषय دسته حوزه
    """.split()  # noqa: SIM905 -- a list of words reads as one
)

# Titles of the columns that say what a module is for, and what it is used for.
_PURPOSES = frozenset(
    """
    purpose description what_for what_it_does summary objet rôle description but utilité zweck
    beschreibung aufgabe wofür propósito descripción función objetivo descrição função finalidade
    scopo descrizione funzione doel beschrijving omschrijving syfte beskrivning formål beskrivelse
    tarkoitus kuvaus cel opis przeznaczenie účel popis cél leírás scop descriere amaç açıklama
    назначение описание призначення опис предназначение намена σκοπός περιγραφή tujuan deskripsi
    mục_đích mô_tả công_dụng 用途 说明 描述 功能 作用 說明 目的 説明 機能 설명 기능
    الغرض الوصف מטרה תיאור
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
_USES = frozenset(
    """
    use_case use_cases typical_use typical_uses usage cas_d'usage cas_d’usage cas_d'utilisation
    utilisation anwendungsfall anwendungsfälle anwendung einsatz caso_de_uso casos_de_uso uso usos
    caso_d'uso casi_d'uso gebruik toepassing användning användningsfall anvendelse käyttö
    zastosowanie zastosowania použití felhasználás utilizare kullanım kullanım_alanı применение
    использование застосування використання χρήση penggunaan ứng_dụng
    使用场景 应用场景 适用场景 使用案例 使い道 利用例 使用例 사용_사례 활용 활용_예
    """.split()  # noqa: SIM905 -- a list of words reads as one
)

LABEL_PAIRS = frozenset({"use case", "use cases", "example usage", "cas d'usage", "cas d’usage"})
"""Labels of two words that are one even without a colon behind them."""


def is_label(text: str) -> bool:
    """Return whether a text is the label of a field, in one of the languages that lists have."""
    words = text.strip(" :：*_").casefold().split()
    return 0 < len(words) <= 2 and words[0] in _LABELS  # noqa: PLR2004 -- "use case", "cas d'usage"


def is_category_label(text: str) -> bool:
    """Return whether a column's title says that the column has the categories of the rows."""
    return _title(text) in _CATEGORIES


def is_purpose_label(text: str) -> bool:
    """Return whether a column's title says that the column has the purposes of the rows."""
    return _title(text) in _PURPOSES


def is_use_label(text: str) -> bool:
    """Return whether a column's title says that the column has use cases."""
    return _title(text) in _USES


def _title(text: str) -> str:
    return "_".join(text.strip(" :：*").casefold().split())


def is_token(text: str) -> bool:
    """Return whether a text could be one name: ASCII, no spaces."""
    return TOKEN.fullmatch(text) is not None and not text.replace(".", "").isdigit()


def file_stem(text: str) -> str:
    """Return the name of a file without its ending; nothing where it is no file's name."""
    match = None if text.startswith("__") else _FILE.fullmatch(text)
    return match["stem"] if match else ""


def shape(text: str) -> float:
    """Return how much a text looks like the name of a module, from 0 to 1."""
    if not text or len(text) > _LONGEST or is_label(text):
        return 0.0
    if is_token(text):
        return _of_token(text)
    words = text.split()
    if not all(is_token(word) for word in words):
        return 0.0
    return {2: _PAIR, 3: _TRIPLE}.get(len(words), 0.0)


def _of_token(text: str) -> float:
    inner = text[1:]
    if text.lower() == "python":
        return 0.0
    if "_" in inner and text.isupper():
        return _CONSTANT  # of a program or of its environment: `LOG_LEVEL`
    if any(c in "._-" or c.isdigit() for c in inner) or text.lower().startswith("py"):
        return _TELLING
    if text.islower():
        return _LOWER if len(text) > 1 else 0.0
    if text.isupper():
        return _UPPER
    return _TITLE if inner.islower() else _HUMPS


def link_weight(text: str, url: str) -> float:
    """Return how much the address that a name leads to says that it is one.

    A path ends in the project's name on the index, on code hosts (owner/name) and in the manual of
    the standard library; a project's own site has it in its host.
    """
    segments, labels = _parts(url)
    wanted = _compact(text)
    if not wanted or url.startswith("#"):
        return 0.0
    if len(segments) > 1 and wanted in (_compact(s) for s in (segments[-1], segments[1])):
        return _LINKED
    if wanted in (_compact(label) for label in labels):
        return _HOSTED
    return 0.0


def link_name(url: str) -> str:
    """Return the project that an address names in its path, if it is of such a form."""
    segments, _ = _parts(url)
    if len(segments) > 1 and segments[0] in ("project", "p"):
        return segments[1]
    return ""


def _parts(url: str) -> tuple[list[str], list[str]]:
    try:
        split = urlsplit(url)
    except ValueError:
        return [], []
    path = _SUFFIX.sub("", unquote(split.path).rstrip("/"))
    return [part for part in path.split("/") if part], (split.hostname or "").split(".")[:-1]


def _compact(text: str) -> str:
    return _MARKS.sub("", text.casefold())
