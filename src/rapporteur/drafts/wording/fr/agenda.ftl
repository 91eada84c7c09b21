# L’ordre du jour provisoire d’une session, avec ses annotations.

annotated-provisional-agenda = ordre du jour provisoire annoté
provisional-agenda = ordre du jour provisoire
agenda-annotations = Annotations
agenda-mandates = Textes portant autorisation
agenda-meetings = Réunions
agenda-documents = Documentation
agenda-nothing = Rien n’est enregistré au titre de ce point.
agenda-without-item = Hors des points de l’ordre du jour
no-item-in-register = point absent du registre
row-mandate = { $mandate }, intitulée « { $title } »
row-mandate-on = { $mandate } ({ $subject })
