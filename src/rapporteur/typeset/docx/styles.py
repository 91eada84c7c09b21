"""The styles of a DOCX file, made for its language: fonts, sizes, directions, spacing, all by name.

An officer who changes a style changes the document; no paragraph carries formatting of its own. Sizes are half points,
spacing and indents twentieths of a point, as the format has them.
"""

from rapporteur.languages.terms import Language
from rapporteur.typeset.docx.nodes import Node, node

_TAGS = {
    Language.ENGLISH: "en-GB",
    Language.FRENCH: "fr-FR",
    Language.SPANISH: "es-ES",
    Language.RUSSIAN: "ru-RU",
    Language.CHINESE: "zh-CN",
    Language.ARABIC: "ar-SA",
}
_SIZE = 20
_COMPLEX_SIZE = 26  # the usual Arabic faces are small on their body
_LATIN_BESIDE_ARABIC = 22
FIRST_TAB = 1134 // 2  # from the margin to the text behind a number
_LEVELS = 9


def language_node(language: Language) -> Node:
    """Return the language tag of a run: each script family has an attribute of its own."""
    tag = _TAGS[language]
    if language is Language.ARABIC:
        return node("w:lang", val=_TAGS[Language.ENGLISH], bidi=tag)
    if language is Language.CHINESE:
        return node("w:lang", val=_TAGS[Language.ENGLISH], eastAsia=tag)
    return node("w:lang", val=tag)


def default_language_node(language: Language) -> Node:
    """Return the language tags of a document: a run takes the one of its script."""
    latin = _TAGS[Language.ENGLISH] if language in {Language.ARABIC, Language.CHINESE} else _TAGS[language]
    return node("w:lang", val=latin, eastAsia=_TAGS[Language.CHINESE], bidi=_TAGS[Language.ARABIC])


def tag_of(language: Language) -> str:
    return _TAGS[language]


def styles(language: Language) -> Node:
    right_to_left = language.direction == "rtl"
    # Arabic is not justified: programs stretch letters to fill the line, each in its own way.
    return node(
        "w:styles",
        _defaults(language),
        _paragraph_style("Normal", based_on="", bidi=right_to_left, after=120),
        _character_style("FootnoteReference", "footnote reference", node("w:vertAlign", val="superscript")),
        _character_style("Provisional", "Provisional term"),
        _character_style("MissingTerm", "Missing term"),
        _table_style(),
        *_masthead_styles(),
        *(_heading_style(level) for level in range(1, _LEVELS + 1)),
        _paragraph_style("NumberedParagraph", "Numbered paragraph", justified=not right_to_left, after=120),
        _paragraph_style("ListItem", "List item", justified=not right_to_left, after=80),
        _paragraph_style("Caption", "caption", bold=True, before=240, after=80, keep=True),
        _paragraph_style("TableText", "Table text", after=40, before=40),
        _paragraph_style("TableHeader", "Table header", based_on="TableText", bold=True, keep=True),
        _paragraph_style("FootnoteText", "footnote text", size=_SIZE - 3),
        _paragraph_style("Header", "header", bold=True, ruled=True),
        _paragraph_style("Footer", "footer", size=_SIZE - 3),
    )


def _masthead_styles() -> tuple[Node, ...]:
    return (
        _paragraph_style("Organization", size=_SIZE + 4),
        _paragraph_style("Symbol", size=_SIZE + 8, far=True),
        _paragraph_style("Organ", bold=True, size=_SIZE + 6, before=80),
        _paragraph_style("SideLine", "Side line", before=20),
        _paragraph_style("MastheadLine", "Masthead line"),
        _paragraph_style("MastheadStrong", "Masthead line, strong", bold=True),
        _paragraph_style("Title", bold=True, size=_SIZE + 8, before=360, after=160, indent=FIRST_TAB, keep=True),
        _paragraph_style("Byline", bold=True, after=320, indent=FIRST_TAB),
    )


def _defaults(language: Language) -> Node:
    fonts = node(
        "w:rFonts", ascii="Times New Roman", eastAsia="SimSun", hAnsi="Times New Roman", cs="Traditional Arabic"
    )
    run = node(
        "w:rPr",
        fonts,
        node("w:sz", val=_LATIN_BESIDE_ARABIC if language is Language.ARABIC else _SIZE),
        node("w:szCs", val=_COMPLEX_SIZE if language is Language.ARABIC else _SIZE + 2),
        default_language_node(language),
    )
    spacing = node("w:spacing", after=0, line=252, lineRule="auto")
    return node("w:docDefaults", node("w:rPrDefault", run), node("w:pPrDefault", node("w:pPr", spacing)))


def _heading_style(level: int) -> Node:
    before = 320 if level == 1 else 240
    size = _SIZE + 2 if level == 1 else _SIZE
    return _paragraph_style(
        f"Heading{level}", f"heading {level}", bold=True, size=size, before=before, after=120, keep=True, outline=level
    )


def _paragraph_style(  # noqa: PLR0913 -- one word for each property that some style has
    key: str,
    name: str = "",
    *,
    based_on: str = "Normal",
    bidi: bool = False,
    bold: bool = False,
    justified: bool = False,
    far: bool = False,
    keep: bool = False,
    ruled: bool = False,
    size: int = 0,
    before: int = 0,
    after: int = 0,
    indent: int = 0,
    outline: int = 0,
) -> Node:
    """Return a paragraph style; the properties stand in the order that the schema asks for."""
    layout = [node("w:keepNext")] if keep else []
    if ruled:
        layout.append(node("w:pBdr", node("w:bottom", val="single", sz=4, space=1, color="auto")))
    layout += [node("w:bidi")] if bidi else []
    layout.append(node("w:spacing", before=before, after=after))
    layout += [node("w:ind", left=indent, right=indent)] if indent else []
    layout += [node("w:jc", val="both")] if justified else []
    layout += [node("w:jc", val="right")] if far else []  # "right" is left in a right-to-left paragraph
    layout += [node("w:outlineLvl", val=outline - 1)] if outline else []
    letters = [node("w:rFonts", eastAsia="SimHei"), node("w:b"), node("w:bCs")] if bold else []
    letters += [node("w:sz", val=size), node("w:szCs", val=size + _COMPLEX_SIZE - _SIZE)] if size else []
    names = [node("w:name", val=name or key)]
    names += [node("w:basedOn", val=based_on)] if based_on else []
    kind = {"type": "paragraph", "styleId": key} | ({} if based_on else {"default": "1"})
    return node("w:style", *names, node("w:qFormat"), node("w:pPr", *layout), node("w:rPr", *letters), **kind)


def _character_style(key: str, name: str, *letters: Node) -> Node:
    return node(
        "w:style", node("w:name", val=name), node("w:qFormat"), node("w:rPr", *letters), type="character", styleId=key
    )


def _table_style() -> Node:
    rule = node("w:tblBorders", *(node(f"w:{edge}", val="single", sz=4, space=0, color="auto") for edge in _RULES))
    margins = node("w:tblCellMar", *(node(f"w:{edge}", w=80, type="dxa") for edge in ("left", "right")))
    return node(
        "w:style", node("w:name", val="Ruled table"), node("w:tblPr", rule, margins), type="table", styleId="RuledTable"
    )


_RULES = ("top", "bottom", "insideH")
