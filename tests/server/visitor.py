"""A browser of a few lines for a real server: cookies, forms with what is hidden in them, redirects."""

import http.cookiejar
import re
import ssl
import urllib.error
import urllib.parse
import urllib.request


class Browser:
    def __init__(self, url: str, trusts: ssl.SSLContext | None = None) -> None:
        self.url = url
        self.jar = http.cookiejar.CookieJar()
        handlers = [urllib.request.HTTPSHandler(context=trusts)] if trusts else []
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), *handlers)
        # Over HTTPS, Flask-WTF asks where a form comes from, as browsers tell.
        self.opener.addheaders = [("Referer", f"{url}/")]
        self.here = url

    def open(self, path: str, data: list[tuple[str, str]] | None = None) -> str:
        body = urllib.parse.urlencode(data).encode() if data is not None else None
        target = urllib.parse.urljoin(self.here, path)
        try:
            with self.opener.open(target, body, timeout=30) as response:
                self.here = response.url
                return response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()

    def send(self, page: str, fields: dict[str, object], action: str = "") -> str:
        """Open a page, then send its hidden fields and these."""
        hidden = {}
        for tag in re.findall(r"<input[^>]*>", self.open(page)):
            name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
            if 'type="hidden"' in tag and name and value and name[1] in {"csrf_token", "nonce", "ticket"}:
                hidden[name[1]] = value[1]
        sent = list(hidden.items())
        for name, value in fields.items():
            sent += [(name, v) for v in value] if isinstance(value, list) else [(name, str(value))]
        return self.open(action or self.here, sent)
