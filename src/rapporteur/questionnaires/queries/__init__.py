"""Questions to the records of questionnaires: `definitions` reads releases, `answers` what was answered."""
