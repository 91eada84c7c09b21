# What every draft says in Russian: the masthead, citations, places and gatherings.
# A message with `.status = provisional` stands in for an official wording that is not confirmed.

gap = нет термина на русском языке

## Masthead: the lines on distribution and languages stay in English

united-nations = Организация Объединенных Наций
distribution-general = Distr.: General
distribution-limited = Distr.: Limited
    .status = provisional
language-name = Russian
original-language = Original: { $language ->
    [ar] Arabic
    [fr] French
    [ru] Russian
    [es] Spanish
    [zh] Chinese
   *[en] English
}
place-and-dates = { $place }, { $dates }
items-of-provisional-agenda = { $count ->
    [1] Пункт
   *[other] Пункты
} { $numbers } предварительной повестки дня
note-by-the-secretariat = Записка Секретариата
note-agenda = { $symbol }.

## Citations: `named` is nominative, `by` instrumental, `its` and `same` prepositional

mandate-named = { $kind ->
    [decision] решение
   *[resolution] резолюция
} { $number }
mandate-by = { $kind ->
    [decision] решением
   *[resolution] резолюцией
} { $number }
mandate-its = { $kind ->
    [decision] своем решении
   *[resolution] своей резолюции
} { $number }
mandate-same = { $kind ->
    [decision] том же решении
   *[resolution] той же резолюции
}

## Places and gatherings

in-place = (место проведения: { $place })
special-session = { $ordinal ->
    [none] специальная сессия
   *[numbered] { $ordinal } специальная сессия
}
    .status = provisional
gathering-without-number = { $word ->
    [session] { $case ->
        [nominative] сессия
        [accusative] сессию
        [instrumental] сессией
       *[other] сессии
    }
   *[meeting] { $case ->
        [genitive] совещания
        [dative] совещанию
        [instrumental] совещанием
        [prepositional] совещании
       *[other] совещание
    }
}
the-gathering = { NTH($meeting) }
