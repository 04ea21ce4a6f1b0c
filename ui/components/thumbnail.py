"""A small picture that opens the whole one; for a voice, the sign of one."""

from html import escape

from model.compass.album import Attachment
from model.compass.compass import Compass
from ui.live.here import Here
from ui.look.kept_pictograms import pictogram
from ui.look.picture import address
from ui.words import saying


def thumbnail(here: Here, seen: Compass, attachment: Attachment) -> str:
    """A link with the picture, and the sign of its moment when it stands beside a step."""
    name = escape(saying.attachment_name(attachment, here.say))
    moment = attachment.target.moment
    badge = f'<span class="badge">{pictogram(moment)}</span>' if moment else ''
    image = f'<img src="{address(seen.id, attachment)}" alt="" loading="lazy" draggable="false">'
    inside = image if attachment.is_picture else pictogram('voice-note')
    link = here.link(f'foto/{attachment.id}')
    return f'<a class="thumbnail" href="{link}" aria-label="{name}">{inside}{badge}</a>'
