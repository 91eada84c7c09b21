# What every draft says in English: the masthead, citations, places and gatherings.
# A message with `.status = provisional` stands in for an official wording that is not confirmed.

gap = English term missing

## Masthead

united-nations = United Nations
distribution-general = Distr.: General
distribution-limited = Distr.: Limited
language-name = English
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
    [1] Item
   *[other] Items
} { $numbers } of the provisional agenda
note-by-the-secretariat = Note by the Secretariat
note-agenda = { $symbol }.

## Citations

mandate-named = { $kind ->
    [decision] decision
   *[resolution] resolution
} { $number }
mandate-by = { mandate-named }
mandate-its = its { mandate-named }
mandate-same = the same { $kind ->
    [decision] decision
   *[resolution] resolution
}

## Places and gatherings

in-place = in { $place }
special-session = { $ordinal ->
    [none] special session
   *[numbered] { $ordinal } special session
}
gathering-without-number = { $word ->
    [session] session
   *[meeting] meeting
}
the-gathering = the { NTH($meeting) }
