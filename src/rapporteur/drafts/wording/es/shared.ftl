# What every draft says in Spanish: the masthead, citations, places and gatherings.
# A message with `.status = provisional` stands in for an official wording that is not confirmed.

gap = falta el término en español

## Masthead

united-nations = Naciones Unidas
distribution-general = Distr. general
distribution-limited = Distr. limitada
    .status = provisional
language-name = Español
original-language = Original: { $language ->
    [ar] árabe
    [fr] francés
    [ru] ruso
    [es] español
    [zh] chino
   *[en] inglés
}
place-and-dates = { $place }, { $dates }
items-of-provisional-agenda = { $count ->
    [1] Tema
   *[other] Temas
} { $numbers } del programa provisional
note-by-the-secretariat = Nota de la Secretaría
note-agenda = { $symbol }.

## Citations

mandate-named = { $kind ->
    [decision] decisión
   *[resolution] resolución
} { $number }
mandate-by = la { mandate-named }
mandate-its = su { mandate-named }
mandate-same = la misma { $kind ->
    [decision] decisión
   *[resolution] resolución
}

## Places and gatherings

in-place = en { $place }
special-session = { $ordinal ->
    [none] período extraordinario de sesiones
   *[numbered] { $ordinal } período extraordinario de sesiones
}
    .status = provisional
gathering-without-number = { $word ->
    [session] período de sesiones
   *[meeting] reunión
}
the-gathering = { WORD($meeting) ->
    [session] el
   *[meeting] la
} { NTH($meeting) }
