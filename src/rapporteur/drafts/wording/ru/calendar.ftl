# Расписание совещаний и сессия или совещание в строке любого проекта.

calendar-title = Расписание совещаний
calendar-period = Период: { $period }. По состоянию на { $day }.
calendar-days-unknown = Точные даты пока не известны
column-days = Сроки проведения
column-meeting = Совещание
column-place = Место проведения
column-standing = Состояние
column-deadlines = Документация
no-days = пока не известны
days-planned = запланированные сроки: { $days }
deadline-submission = представление: { $day }
deadline-issuance = издание: { $day }
deadline-agenda = предварительная повестка дня: { $day }
deadline-report = представление доклада: { $day }

## Сессия или совещание

row-session = { NTH($meeting) } Конференции
row-special-session = { $ordinal ->
    [none] специальная сессия Конференции
   *[numbered] { $ordinal } специальная сессия Конференции
}
    .status = provisional
row-meeting = { $body }, { NTH($meeting) }
row-place-and-days = { $place }, { $days }
row-gathering = { $gathering }, { $where }
row-with-standing = { $row } ({ $standing })
row-mode = { $mode ->
    [hybrid] в гибридном формате
   *[online] в режиме онлайн
}
row-beside-before = непосредственно перед { NTH($meeting, case: "instrumental") } { OF($body) }
row-beside-after = непосредственно после { NTH($meeting, case: "genitive") } { OF($body) }
row-parallel = параллельно с { NTH($session, case: "instrumental") } Конференции
standing-past = { $word ->
    [session] проведена
   *[meeting] проведено
}
standing-present = проходит
standing-to-come = { $word ->
    [session] запланирована
   *[meeting] запланировано
}
standing-postponed = { $word ->
    [session] отложена
   *[meeting] отложено
}, новые сроки не определены
standing-cancelled = { $word ->
    [session] отменена
   *[meeting] отменено
}
standing-unknown = сроки не определены
moved-from = первоначальные сроки: { $days }
