# جدول الأعمال المؤقت المشروح لدورة.

annotated-provisional-agenda = جدول الأعمال المؤقت المشروح
provisional-agenda = جدول الأعمال المؤقت
agenda-annotations = الشروح
agenda-mandates = الولايات
agenda-meetings = الاجتماعات
agenda-documents = الوثائق
agenda-nothing = لا يوجد شيء مسجَّل في إطار هذا البند.
agenda-without-item = خارج بنود جدول الأعمال
no-item-in-register = البند غير وارد في السجل
row-mandate = { $mandate }، المعنون “{ $title }”
row-mandate-on = { $mandate } ({ $subject })
