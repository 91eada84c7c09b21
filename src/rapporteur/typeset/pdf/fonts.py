"""Which faces set which language, and where they lie: in packages under the Open Font Licence, never in the system.

The order within a language decides who sets a letter that several faces have.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

from rapporteur.languages.terms import Language

_PACKAGES = ("fontpkg_noto_serif", "fontpkg_amiri", "pylopdf_fonts_zh_cn")
_LATIN, _ARABIC, _CHINESE = "Noto Serif", "Amiri", "Noto Serif SC"
_CHINESE_BOLD = "Noto Sans SC"  # the serif comes in one weight; Chinese print sets headings in sans anyhow


def families(language: Language) -> list[str]:
    """Return the families that set running text, the one of the language's own script first where letters overlap."""
    if language is Language.ARABIC:
        return [_ARABIC, _LATIN, _CHINESE]
    return [_LATIN, _CHINESE, _ARABIC]


def bold_families(language: Language) -> list[str]:
    """Return the families that set headings and bold words."""
    return [_CHINESE_BOLD if family == _CHINESE else family for family in families(language)]


@cache
def faces() -> typst.Fonts:
    """Return the index of all faces; made once in a process, it costs more than a document."""
    folders = sorted({str(face.parent) for package in _PACKAGES for face in _font_files(package)})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _font_files(package: str) -> list[Path]:
    root = Path(str(files(package)))
    return [path for path in root.rglob("*") if path.suffix in {".ttf", ".otf"}]
