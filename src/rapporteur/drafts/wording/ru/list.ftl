# Перечень документов сессии и документ в строке любого проекта.

list-title = Перечень документов, представленных Конференции на ее { NTH($session, case: "prepositional") }
list-as-of = По состоянию на { $day }.
list-item = Пункт { $number }: { $title }
list-room-papers = Документы зала заседаний
list-limited = Документы ограниченного распространения
list-without-item = Документы, не относящиеся к какому-либо пункту повестки дня
column-symbol = Условное обозначение
column-title = Название или описание
column-languages = Языки издания
column-status = Состояние
column-items = Пункты
no-item = нет

## Документ

row-document = { $title } ({ $symbol }): { $status }
row-report = доклад о работе { NTH($meeting, case: "genitive") } { OF($body) }{ $where }
row-where = , { $where }
document-reserved = условное обозначение зарезервировано
document-announced = объявлен
document-issued = издан
document-issued-on = издан { $day }
document-due = { $said }, подлежит изданию не позднее { $day }
document-was-due = { $said }, подлежал изданию не позднее { $day }
document-late = { $said }, с опозданием
all-official-languages = Все официальные языки
only-in-language = только на { $language ->
    [ar] арабском
    [fr] французском
    [ru] русском
    [es] испанском
    [zh] китайском
   *[en] английском
} языке
language-in-list = { $language ->
    [ar] арабский
    [fr] французский
    [ru] русский
    [es] испанский
    [zh] китайский
   *[en] английский
}
in-no-language-yet = Пока не издан
no-title-in-register = название отсутствует в реестре
no-symbol-in-register = условное обозначение отсутствует в реестре
no-status-in-register = состояние в реестре не указано
no-language-in-register = языки в реестре не указаны

## Вид документа

report-of-the-secretariat = доклад Секретариата
background-paper = справочный документ, подготовленный Секретариатом
conference-room-paper = документ зала заседаний
    .status = provisional
information = информационный документ
    .status = provisional
draft-resolution = проект резолюции
    .status = provisional
draft-report = проект доклада
    .status = provisional
report = доклад
    .status = provisional
working-paper = рабочий документ
    .status = provisional
ngo-statement = заявление, представленное неправительственной организацией
    .status = provisional
revised-document = пересмотренный документ
    .status = provisional
other = документ
    .status = provisional
revises = пересмотренный текст
    .status = provisional
corrects = исправление
    .status = provisional
adds-to = добавление
    .status = provisional

## Cells

cell-line = { $text };
