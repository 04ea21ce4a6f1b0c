"""The page as the framework writes it, less what no page of ours has a use for: half of what a first visit fetched.

Its components are not on our pages, but for its own wrappers, so their library is not fetched, nor any stylesheet; and
nothing is cleaned in the browser, since only HTML of our own goes in unescaped.
"""

import re

WRAPPERS = {'q-layout': 'div', 'q-page-container': 'div', 'q-page': 'main'}
"""What the framework puts around each page, and as which element."""
SET_UP = f"""
      for (const [name, tag] of Object.entries({WRAPPERS})) {{
        const render = function () {{ return Vue.h(tag, {{ class: name }}, this.$slots.default?.()); }};
        app.component(name, {{ props: ['view'], render }});
      }}
"""
"""What a page does where the framework would set its components up, for which it has a setting."""
# what somebody wrote stands in a page without a `<`, and never on a line that begins with anything of theirs
_LEFT_OUT = (
    # stylesheets, and what they need
    (rb'<style>\s*@layer theme.*?</style>', b''),
    (rb'<script>\s*addStyle = .*?</script>', b''),
    (rb'<style></style>', b''),
    # the library of its components, and their words
    (rb'<script defer src="[^"]+/quasar\.umd[^"]*"></script>', b''),
    (rb'<script defer src="[^"]+/lang/[^"]+"></script>', b''),
    (rb'\n *const vue_config = [^\n]*;\n', b'\n'),
    # where the modules of other components are found
    (rb'\{"imports": \{("vue": ?"[^"]+").*?\}\}', rb'{"imports": {\1}}'),
    # cleaning HTML
    (rb'\n *// Load DOMPurify.*?import DOMPurify.*?\};', b''),
    # a word in English to browsers in which nothing of ours works
    (rb'<style>\s*#esm-fallback.*?</style>\s*<div id="esm-fallback">.*?</div>', b''),
    (rb'document\.getElementById\("esm-fallback"\)\?\.remove\(\);', b''),
    (rb'<!-- prevent Prettier.*?-->', b''),
    (rb'\n\s+(?=[\n<])', b'\n'),
)
LEFT_OUT = tuple((re.compile(what, re.DOTALL), instead) for what, instead in _LEFT_OUT)


def lightened(part: bytes) -> bytes:
    """A part of a page that holds nothing from a compass but what is escaped; what is not found stays as it is."""
    for what, instead in LEFT_OUT:
        part = what.sub(instead, part)
    return part
