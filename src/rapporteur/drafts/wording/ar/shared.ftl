# What every draft says in Arabic: the masthead, citations, places and gatherings.
# A message with `.status = provisional` stands in for an official wording that is not confirmed.

gap = المصطلح العربي غير متاح

## Masthead: the lines on distribution and languages are believed to stay in English

united-nations = الأمم المتحدة
distribution-general = Distr.: General
    .status = provisional
distribution-limited = Distr.: Limited
    .status = provisional
language-name = Arabic
    .status = provisional
original-language = Original: { $language ->
    [ar] Arabic
    [fr] French
    [ru] Russian
    [es] Spanish
    [zh] Chinese
   *[en] English
}
    .status = provisional
place-and-dates = { $place }، { $dates }
    .status = provisional
items-of-provisional-agenda = { $count ->
    [1] البند
    [2] البندان
   *[other] البنود
} { $numbers } من جدول الأعمال المؤقت
note-by-the-secretariat = مذكِّرة من الأمانة
note-agenda = { $symbol }.

## Citations

mandate-named = { $kind ->
    [decision] المقرَّر
   *[resolution] القرار
} { $number }
mandate-by = { $kind ->
    [decision] للمقرَّر
   *[resolution] للقرار
} { $number }
mandate-its = { $kind ->
    [decision] مقرَّره
   *[resolution] قراره
} { $number }
mandate-same = { $kind ->
    [decision] المقرَّر
   *[resolution] القرار
} نفسه

## Places and gatherings

in-place = في { $place }
special-session = { $ordinal ->
    [none] الدورة الاستثنائية
   *[numbered] الدورة الاستثنائية { $ordinal }
}
    .status = provisional
gathering-without-number = { $word ->
    [session] الدورة
   *[meeting] الاجتماع
}
the-gathering = { NTH($meeting) }
