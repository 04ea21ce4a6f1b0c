"""One line of a form to write on, with its picture."""

from html import escape

from ui.plain.page import pictogram


def field(name: str, label: str, key: str, *, hint: str = '', must: bool = True, **attributes: str) -> str:
    """A line called `name` in the form, that `must` be filled in or may; `key` is its pictogram."""
    said = ''.join(f' {attribute}="{escape(value)}"' for attribute, value in attributes.items())
    about = f'<small id="about-{name}">{escape(hint)}</small>' if hint else ''
    described = f' aria-describedby="about-{name}"' if hint else ''
    return (
        f'<div class="field">{pictogram(key)}<label for="{name}">{escape(label)}</label>{about}'
        f'<input id="{name}" name="{name}"{" required" if must else ""} dir="auto"{described}{said}></div>'
    )


def go_button(words: str, key: str) -> str:
    """The button that sends a form."""
    return f'<button class="button go">{pictogram(key)}<span>{escape(words)}</span></button>'
