# What every draft says in French: the masthead, citations, places and gatherings.
# A message with `.status = provisional` stands in for an official wording that is not confirmed.

gap = terme français manquant

## Masthead

united-nations = Nations Unies
distribution-general = Distr. générale
distribution-limited = Distr. limitée
    .status = provisional
language-name = Français
original-language = Original : { $language ->
    [ar] arabe
    [fr] français
    [ru] russe
    [es] espagnol
    [zh] chinois
   *[en] anglais
}
place-and-dates = { $place }, { $dates }
    .status = provisional
items-of-provisional-agenda = { $count ->
    [1] Point
   *[other] Points
} { $numbers } de l’ordre du jour provisoire
note-by-the-secretariat = Note du Secrétariat
note-agenda = { $symbol }.

## Citations

mandate-named = { $kind ->
    [decision] décision
   *[resolution] résolution
} { $number }
mandate-by = la { mandate-named }
mandate-its = sa { mandate-named }
mandate-same = la même { $kind ->
    [decision] décision
   *[resolution] résolution
}

## Places and gatherings

in-place = à { $place }
special-session = { $ordinal ->
    [none] session extraordinaire
   *[numbered] { $ordinal } session extraordinaire
}
    .status = provisional
gathering-without-number = { $word ->
    [session] session
   *[meeting] réunion
}
the-gathering = la { NTH($meeting) }
