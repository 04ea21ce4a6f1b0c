"""Voices for a browser that has none: what is said is kept in `window.said`, and takes until it is cancelled."""

import json


def voices(*languages: str) -> str:
    """A script that gives a page voices of these languages, as 'nl-NL'; `speaksNow(language)` adds one later."""
    return f"""
    (() => {{
      const voices = {json.dumps(languages)}.map((lang) => ({{ lang, name: lang }}));
      window.said = [];
      class Speech extends EventTarget {{
        speaking = false;
        pending = false;
        getVoices() {{ return [...voices]; }}
        speak(utterance) {{ this.speaking = true; window.said.push(utterance); }}
        cancel() {{ this.speaking = false; }}
      }}
      const speech = new Speech();
      window.speaksNow = (lang) => {{
        voices.push({{ lang, name: lang }});
        speech.dispatchEvent(new Event('voiceschanged'));
      }};
      window.SpeechSynthesisUtterance = class {{ constructor(text) {{ this.text = text; }} }};
      Object.defineProperty(window, 'speechSynthesis', {{ value: speech }});
    }})();
    """
