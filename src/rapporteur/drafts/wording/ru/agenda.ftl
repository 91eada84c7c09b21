# Предварительная повестка дня сессии с аннотациями.

annotated-provisional-agenda = аннотированная предварительная повестка дня
provisional-agenda = предварительная повестка дня
agenda-annotations = Аннотации
agenda-mandates = Мандаты
agenda-meetings = Совещания
agenda-documents = Документация
agenda-nothing = По данному пункту ничего не зарегистрировано.
agenda-without-item = Вне пунктов повестки дня
no-item-in-register = пункт отсутствует в реестре
row-mandate = { $mandate }, { $kind ->
    [decision] озаглавленное
   *[resolution] озаглавленная
} «{ $title }»
row-mandate-on = { $mandate } ({ $subject })
