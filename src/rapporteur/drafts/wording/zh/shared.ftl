# What every draft says in Chinese: the masthead, citations, places and gatherings.
# A message with `.status = provisional` stands in for an official wording that is not confirmed.

gap = 缺少中文术语

## Masthead: the lines on distribution and languages stay in English

united-nations = 联合国
distribution-general = Distr.: General
distribution-limited = Distr.: Limited
    .status = provisional
language-name = Chinese
original-language = Original: { $language ->
    [ar] Arabic
    [fr] French
    [ru] Russian
    [es] Spanish
    [zh] Chinese
   *[en] English
}
place-and-dates = { $dates },{ $place }
items-of-provisional-agenda = 临时议程项目 { $numbers }
note-by-the-secretariat = 秘书处的说明
note-agenda = { $symbol }。

## Citations

mandate-named = 第{ $number }号{ $kind ->
    [decision] 决定
   *[resolution] 决议
}
mandate-by = { mandate-named }
mandate-its = { mandate-named }
mandate-same = 同一{ $kind ->
    [decision] 决定
   *[resolution] 决议
}

## Places and gatherings

in-place = 在{ $place }
special-session = { $ordinal ->
    [none] 特别会议
   *[numbered] { $ordinal }特别会议
}
    .status = provisional
gathering-without-number = 会议
the-gathering = { NTH($meeting) }
