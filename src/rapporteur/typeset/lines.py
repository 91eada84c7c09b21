"""Small decisions that every writer shares, so that a document reads the same in each format.

How a number stands before its text, what a masthead prints and in which order, and how the mark of a note looks. The
writers take it from here.
"""

from rapporteur.languages.spacing import colon
from rapporteur.languages.terms import Language
from rapporteur.typeset.directions import reading_direction
from rapporteur.typeset.tree import Emphasis, Gap, Heading, Inlines, Masthead, Text

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def numbered(number: int | str) -> str:
    """Return a number as it stands before a paragraph or a heading: "1.", "IV.". "" stays ""."""
    text = str(number)
    return text if not text or text[-1] in ".)、" else f"{text}."


def heading_label(heading: Heading) -> str:
    return numbered(heading.number.strip())


def gap_label(gap: Gap, language: Language) -> str:
    """Return what stands before the original of a missing term, with the colon of the document's language."""
    return f"{gap.label}{colon(language)}" if gap.label and gap.original else gap.label


def raised(mark: str) -> str:
    """Return the mark of a note for a text without raised letters: figures become superscripts."""
    return mark.translate(_SUPERSCRIPTS)


def side_lines(masthead: Masthead) -> tuple[Inlines, ...]:
    """Return the lines of the block that says how, when and in which language the document goes out."""
    return tuple(line for line in (masthead.distribution, masthead.date, *masthead.languages) if line)


def lines_before_title(masthead: Masthead) -> tuple[tuple[str, Inlines], ...]:
    """Return the lines between the organ's name and the title, each with the name of its place."""
    lines = [
        ("meeting", masthead.meeting),
        ("place-and-dates", masthead.place_and_dates),
        ("items", masthead.items),
        *(("item-title", title) for title in masthead.item_titles),
    ]
    return tuple((place, line) for place, line in lines if line)


def column_shares(document_widths: tuple[int, ...], columns: int) -> tuple[int, ...]:
    """Return one share of the line for each column; equal ones where the document gives none."""
    return document_widths or (1,) * columns


def plain(content: Inlines) -> str:
    """Return the bare words of a line, without brackets, marks and breaks: for titles and for reading directions."""
    return "".join(part.value if isinstance(part, Text) else plain(getattr(part, "content", ())) for part in content)


def is_set_in_italics(emphasis: Emphasis, language: Language) -> bool:
    """Return whether the emphasized words are in a script that has italics: Arabic and Chinese have none."""
    return language is not Language.ARABIC or reading_direction(plain(emphasis.content)) == "ltr"
