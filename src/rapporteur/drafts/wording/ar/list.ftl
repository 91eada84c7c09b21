# قائمة الوثائق المعروضة على دورة، والوثيقة في سطر من أي مشروع.

list-title = قائمة الوثائق المعروضة على المؤتمر في { NTH($session, case: "genitive") }
list-as-of = الحالة في { $day }.
list-item = البند { $number }: { $title }
list-room-papers = ورقات غرفة الاجتماعات
list-limited = الوثائق المحدودة التوزيع
list-without-item = وثائق لا تتصل بأي بند من جدول الأعمال
column-symbol = الرمز
column-title = العنوان أو الوصف
column-languages = لغات الصدور
column-status = الحالة
column-items = البنود
no-item = لا يوجد

## الوثيقة

# The mark of right-to-left keeps the brackets in place between two words in Latin letters.
row-document = { $title }{ "\u200F" } ({ $symbol }{ "\u200F" }): { $status }
row-report = تقرير عن { NTH($meeting, case: "genitive") } { OF($body) }{ $where }
row-where = ، { $where }
document-reserved = الرمز محجوز
document-announced = معلن عنها
document-issued = صادرة
document-issued-on = صدرت في { $day }
document-due = { $said }، ومن المقرَّر صدورها في موعد أقصاه { $day }
document-was-due = { $said }، وكان مقرَّراً صدورها في موعد أقصاه { $day }
document-late = { $said }، مع تأخير
all-official-languages = جميع اللغات الرسمية
only-in-language = { $language ->
    [ar] بالعربية
    [fr] بالفرنسية
    [ru] بالروسية
    [es] بالإسبانية
    [zh] بالصينية
   *[en] بالإنكليزية
} فقط
language-in-list = { $language ->
    [ar] العربية
    [fr] الفرنسية
    [ru] الروسية
    [es] الإسبانية
    [zh] الصينية
   *[en] الإنكليزية
}
in-no-language-yet = لم تصدر بعد
no-title-in-register = العنوان غير وارد في السجل
no-symbol-in-register = الرمز غير وارد في السجل
no-status-in-register = الحالة غير واردة في السجل
no-language-in-register = اللغات غير واردة في السجل

## نوع الوثيقة

report-of-the-secretariat = تقرير من الأمانة
    .status = provisional
background-paper = ورقة معلومات أساسية من إعداد الأمانة
    .status = provisional
conference-room-paper = ورقة غرفة اجتماعات
    .status = provisional
information = وثيقة معلومات
    .status = provisional
draft-resolution = مشروع قرار
    .status = provisional
draft-report = مشروع تقرير
    .status = provisional
report = تقرير
    .status = provisional
working-paper = ورقة عمل
    .status = provisional
ngo-statement = بيان مقدَّم من منظمة غير حكومية
    .status = provisional
revised-document = وثيقة منقَّحة
    .status = provisional
other = وثيقة
    .status = provisional
revises = تنقيح
    .status = provisional
corrects = تصويب
    .status = provisional
adds-to = إضافة
    .status = provisional

## Cells

cell-line = { $text }؛
