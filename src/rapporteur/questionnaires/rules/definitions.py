"""From the file of a questionnaire to its types, and what no type can see: names that are missing, twice, or too early.

A condition may look at earlier questions only; so there is never a circle, and one pass decides what is shown.
"""

from collections.abc import Iterator, Mapping, Sequence

from rapporteur.datafiles.entries import Text, multilingual
from rapporteur.datafiles.faults import Fault, FileRefused
from rapporteur.datafiles.reading import Keys, Parsed
from rapporteur.datafiles.telling import typed
from rapporteur.questionnaires.rules.entries import (
    FORMAT,
    ConditionEntry,
    LimitsEntry,
    OptionEntry,
    QuestionEntry,
    QuestionnaireEntry,
    SectionEntry,
)
from rapporteur.questionnaires.terms import (
    ALWAYS,
    Check,
    Column,
    Comparison,
    Condition,
    Kind,
    Limits,
    Operator,
    Option,
    Question,
    Questionnaire,
    Section,
)

_WITH_OPTIONS = frozenset({Kind.CHOICE, Kind.CHOICES})
_ON_OPTIONS = frozenset({Operator.IS, Operator.IS_NOT, Operator.INCLUDES})


def questionnaire_of(parsed: Parsed) -> Questionnaire:
    """Return the questionnaire that a file holds. Raises: FileRefused."""
    _refuse_other_format(parsed)
    entry = typed(parsed, QuestionnaireEntry, holds="a questionnaire")
    if faults := [
        Fault(parsed.file, parsed.line_of(path), parsed.spelled(path), what) for path, what in faults_of(entry)
    ]:
        raise FileRefused(faults)
    return questionnaire(entry)


def _refuse_other_format(parsed: Parsed) -> None:
    told = parsed.plain.get("format") if isinstance(parsed.plain, dict) else None
    if told is not None and told != FORMAT:
        what = f"the format is {told!r}, which this version does not read"
        raise FileRefused([Fault(parsed.file, parsed.line_of(("format",)), "format", what, FORMAT)])


def questionnaire(entry: QuestionnaireEntry) -> Questionnaire:
    """Return the types that an entry without faults stands for."""
    return Questionnaire(
        key=entry.key,
        version=entry.version,
        title=multilingual(entry.title),
        notice=multilingual(entry.notice),
        languages=entry.languages,
        sections=tuple(_section(section, entry.options) for section in entry.sections),
        source=entry.source,
    )


def _section(entry: SectionEntry, shared: Mapping[str, Sequence[OptionEntry]]) -> Section:
    return Section(
        key=entry.key,
        title=multilingual(entry.title),
        questions=tuple(_question(question, shared) for question in entry.questions),
        instrument=entry.instrument,
        article=entry.article,
        guidance=multilingual(entry.guidance),
    )


def _question(entry: QuestionEntry, shared: Mapping[str, Sequence[OptionEntry]]) -> Question:
    options = shared[entry.options] if isinstance(entry.options, str) else entry.options
    return Question(
        key=entry.key,
        number=entry.number,
        text=multilingual(entry.text),
        kind=entry.kind,
        guidance=multilingual(entry.guidance),
        options=tuple(Option(option.value, multilingual(option.label)) for option in options),
        columns=tuple(Column(column.key, multilingual(column.label), column.kind) for column in entry.columns),
        shown_if=_condition(entry.shown_if),
        required_if=None if entry.required_if is None else _required(entry.required_if),
        checks=tuple(Check(_condition(c.when), c.severity, multilingual(c.message)) for c in entry.checks),
        limits=_limits(entry.limits),
    )


def _required(entry: str | ConditionEntry) -> Condition:
    return ALWAYS if isinstance(entry, str) else _condition(entry)


def _condition(entry: ConditionEntry | None) -> Condition:
    if entry is None:
        return ALWAYS
    every, some = (
        tuple(Comparison(one.question, one.operator, one.value) for one in comparisons)
        for comparisons in (entry.all, entry.any)
    )
    return Condition(every, some)


def _limits(entry: LimitsEntry) -> Limits:
    return Limits(entry.least, entry.most, entry.earliest, entry.latest, entry.decimals)


# --- what no type can see -------------------------------------------------------------------------------------------


def faults_of(entry: QuestionnaireEntry) -> Iterator[tuple[Keys, str]]:
    """Yield what is wrong between the parts of a questionnaire, each with its path."""
    yield from _repeated([(("sections", i, "key"), section.key) for i, section in enumerate(entry.sections)], "section")
    questions = list(_questions(entry))
    yield from _repeated([((*path, "key"), question.key) for path, question in questions], "question")
    earlier: dict[str, QuestionEntry] = {}
    for path, question in questions:
        yield from _faults_of_question(path, question, entry, earlier)
        earlier[question.key] = question
    yield from _missing_languages(entry)


def _questions(entry: QuestionnaireEntry) -> Iterator[tuple[tuple[str | int, ...], QuestionEntry]]:
    for i, section in enumerate(entry.sections):
        for j, question in enumerate(section.questions):
            yield ("sections", i, "questions", j), question


def _repeated(keys: Sequence[tuple[Keys, str]], what: str) -> Iterator[tuple[Keys, str]]:
    seen: set[str] = set()
    for path, key in keys:
        if key in seen:
            yield path, f"another {what} has the key {key!r}; each needs its own"
        seen.add(key)


def _faults_of_question(
    path: tuple[str | int, ...],
    question: QuestionEntry,
    entry: QuestionnaireEntry,
    earlier: Mapping[str, QuestionEntry],
) -> Iterator[tuple[Keys, str]]:
    if isinstance(question.options, str) and question.options not in entry.options:
        yield (*path, "options"), f"there are no shared options {question.options!r}"
    if (question.kind in _WITH_OPTIONS) != bool(question.options):
        needs = "needs options" if question.kind in _WITH_OPTIONS else "has no options"
        yield (*path, "options"), f"a question of the kind {question.kind} {needs}"
    if (question.kind is Kind.TABLE) != bool(question.columns):
        needs = "needs columns" if question.kind is Kind.TABLE else "has no columns"
        yield (*path, "columns"), f"a question of the kind {question.kind} {needs}"
    yield from _faults_of_limits((*path, "limits"), question.limits)
    for name, condition in (("shown_if", question.shown_if), ("required_if", question.required_if)):
        if isinstance(condition, ConditionEntry):
            yield from _faults_of_condition((*path, name), condition, entry, earlier)
    known = {**earlier, question.key: question}
    for index, check in enumerate(question.checks):
        yield from _faults_of_condition((*path, "checks", index, "when"), check.when, entry, known)


def _faults_of_limits(path: Keys, limits: LimitsEntry) -> Iterator[tuple[Keys, str]]:
    if limits.least is not None and limits.most is not None and limits.least > limits.most:
        yield path, f"at least {limits.least} and at most {limits.most}: no answer could fit"
    if limits.earliest and limits.latest and limits.earliest > limits.latest:
        yield path, f"from {limits.earliest} to {limits.latest}: no day could fit"


def _faults_of_condition(
    path: Keys, condition: ConditionEntry, entry: QuestionnaireEntry, known: Mapping[str, QuestionEntry]
) -> Iterator[tuple[Keys, str]]:
    for name, comparisons in (("all", condition.all), ("any", condition.any)):
        for index, comparison in enumerate(comparisons):
            at = (*path, name, index)
            looked_at = known.get(comparison.question)
            if looked_at is None:
                yield (*at, "question"), f"no earlier question has the key {comparison.question!r}"
            elif comparison.operator in _ON_OPTIONS and looked_at.kind in _WITH_OPTIONS:
                values = {option.value for option in _options(looked_at, entry)}
                if comparison.value not in values:
                    listed = ", ".join(sorted(values))
                    yield (*at, "value"), f"{comparison.question} has no option {comparison.value!r}; it has {listed}"


def _options(question: QuestionEntry, entry: QuestionnaireEntry) -> Sequence[OptionEntry]:
    return entry.options.get(question.options, ()) if isinstance(question.options, str) else question.options


def _missing_languages(entry: QuestionnaireEntry) -> Iterator[tuple[Keys, str]]:
    """Yield the texts that a language said to be complete does not have."""
    texts: list[tuple[Keys, Text]] = [(("title",), entry.title), (("notice",), entry.notice)]
    texts += [(("sections", i, "title"), section.title) for i, section in enumerate(entry.sections)]
    texts += [((*path, "text"), question.text) for path, question in _questions(entry)]
    for path, text in texts:
        missing = [language.value for language in entry.languages if language not in text]
        if missing:
            yield path, f"there is no text in {', '.join(missing)}, though the questionnaire says it has that language"
