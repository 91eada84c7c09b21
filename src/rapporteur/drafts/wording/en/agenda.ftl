# The provisional agenda of a session with annotations, in English.

annotated-provisional-agenda = annotated provisional agenda
provisional-agenda = provisional agenda
agenda-annotations = Annotations
agenda-mandates = Mandates
agenda-meetings = Meetings
agenda-documents = Documentation
agenda-nothing = Nothing is recorded under this item.
agenda-without-item = Not assigned to an agenda item
no-item-in-register = item not found in the register
row-mandate = { $mandate }, entitled “{ $title }”
row-mandate-on = { $mandate }, on { $subject }
