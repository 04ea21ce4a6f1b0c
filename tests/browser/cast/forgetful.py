"""A browser that keeps no cookies, as a person may have set it."""

import httpx
from playwright.sync_api import BrowserContext, Route

_OF_THE_LINE = {'content-encoding', 'content-length', 'set-cookie', 'transfer-encoding', 'connection'}


def keeps_no_cookies(context: BrowserContext) -> None:
    """From here on nothing that a server lets it keep arrives; a redirect is followed by the browser itself."""

    def answer(route: Route) -> None:
        asked = route.request
        headers = {name: value for name, value in asked.all_headers().items() if not name.startswith((':', 'cookie'))}
        got = httpx.request(asked.method, asked.url, headers=headers, content=asked.post_data_buffer, trust_env=False)
        kept = {name: value for name, value in got.headers.items() if name not in _OF_THE_LINE}
        route.fulfill(status=got.status_code, headers=kept, body=got.content)

    context.route('**/*', answer)
