from rapporteur.people.models import Person
