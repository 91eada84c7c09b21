"""The site's addresses.

A record has one address, the same in every language of the interface: which language a page speaks follows from the
reader's choice, kept in a cookie, else from the browser's. A document's address is its symbol.
"""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from rapporteur.site.assessments import mine
from rapporteur.site.pages import (
    bodies,
    coming_in,
    delegation,
    documents,
    drafts,
    home,
    mandates,
    meetings,
    owed,
    parties,
    profile,
    search,
    sessions,
    sources,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("desk/", include("rapporteur.site.desk.urls")),
    path("account/", include("allauth.urls")),
    path("in/", coming_in.fresh_link, name="fresh_link"),
    path("in/<str:secret>/", coming_in.invited, name="invited"),
    path("language/", set_language, name="set_language"),
    path("search/", search.page, name="search"),
    path("documents/<path:symbol>", documents.by_symbol, name="document"),
    path("lots/", include("rapporteur.site.pages.lots_urls")),
    path("mine/", include([path("", mine.mine, name="mine"), path("profile/", profile.profile, name="profile")])),
    path("processes/<path:process>/<str:state>/people/", delegation.delegation, name="delegation"),
    path("processes/<path:process>/<str:state>/people/<int:pk>/tell/", delegation.tell, name="delegation_tell"),
    path("processes/<path:process>/<str:state>/people/<int:pk>/remove/", delegation.remove, name="delegation_remove"),
    path("assessments/", include("rapporteur.site.assessments.urls")),
    path("<slug:key>/", home.conference, name="conference"),
    path("<slug:conference>/sessions/", sessions.index, name="sessions"),
    path("<slug:conference>/sessions/<slug:key>/", sessions.page, name="session"),
    path("<slug:conference>/bodies/", bodies.index, name="bodies"),
    path("<slug:conference>/bodies/<slug:key>/", bodies.page, name="body"),
    path("<slug:conference>/mandates/", mandates.index, name="mandates"),
    path("<slug:conference>/mandates/<slug:kind>/<path:number>/", mandates.page, name="mandate"),
    path("<slug:conference>/meetings/", meetings.index, name="meetings"),
    path("<slug:conference>/meetings/<slug:body>/<slug:key>/", meetings.page, name="meeting"),
    path("<slug:conference>/documents/", documents.index, name="documents"),
    path("<slug:conference>/documents/<path:key>/", documents.by_key, name="document_by_key"),
    path("<slug:conference>/parties/", parties.index, name="parties"),
    path("<slug:conference>/parties/<str:key>/", parties.page, name="party"),
    path("<slug:conference>/owed/", owed.index, name="owed"),
    path("<slug:conference>/drafts/", drafts.index, name="drafts"),
    path("<slug:conference>/drafts/<slug:kind>/", drafts.page, name="draft"),
    path("<slug:conference>/drafts/<slug:kind>/file.<slug:format_>", drafts.file, name="draft_file"),
    path("<slug:conference>/sources/", sources.index, name="sources"),
    path("<slug:conference>/sources/<slug:key>/", sources.page, name="source"),
]
