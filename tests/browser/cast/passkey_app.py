"""Apps for passwords that put themselves in the place of a browser's passkeys, and what goes wrong in them."""

NO_JSON = """
    delete PublicKeyCredential.parseCreationOptionsFromJSON;
    delete PublicKeyCredential.parseRequestOptionsFromJSON;
"""
"""A browser of before there was JSON of passkeys."""
FAILING_JSON = "PublicKeyCredential.prototype.toJSON = () => { throw new TypeError('Illegal invocation'); };"
NO_TO_JSON = 'delete PublicKeyCredential.prototype.toJSON;'
WRONG_JSON = "PublicKeyCredential.prototype.toJSON = () => ({ id: 'wrong' });"
OWN_OBJECTS = """
    for (const how of ['create', 'get']) {
        const asked = navigator.credentials[how].bind(navigator.credentials);
        navigator.credentials[how] = async (options) => {
            const made = await asked(options), response = {};
            for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'])
                if (made.response[part]) response[part] = new Uint8Array(made.response[part]);
            return { id: made.id, rawId: made.rawId, type: made.type, response };
        };
    }
"""
"""An answer that is no credential of the browser, without a single function."""
NO_PASSKEYS = 'delete globalThis.PublicKeyCredential;'


def answers(what: str) -> str:
    """An app that answers everything with `what`, a piece of JavaScript."""
    return f'navigator.credentials.create = navigator.credentials.get = async () => {{ {what} }};'


def raises(name: str) -> str:
    """An app that raises a `DOMException` of this name."""
    return answers(f"throw new DOMException('', '{name}');")


def throws_at_once(what: str) -> str:
    """An app that does not even promise an answer."""
    return f'navigator.credentials.create = navigator.credentials.get = () => {{ throw {what}; }};'
