"""Reading a page's form as a browser would send it back untouched."""

from lxml import html


def fields(page, number=-1):
    """Return what the page's record form would send: name -> value, or values."""
    forms = [form for form in html.fromstring(page).forms if form.get("class") == "record"]
    texts = {element.name for element in forms[number].iter("textarea")}
    sent: dict[str, list[str]] = {}
    for name, value in forms[number].form_values():
        # The first line break within a text area is not part of its text.
        sent.setdefault(name, []).append(value.removeprefix("\n") if name in texts else value)
    return {name: values if len(values) > 1 else values[0] for name, values in sent.items()}
