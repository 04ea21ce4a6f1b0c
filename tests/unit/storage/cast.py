"""The sorts of attachments, each with the sound it may have."""

from model.compass.album import Sort

SORTS = [(Sort.PHOTO, ''), (Sort.DRAWING, ''), (Sort.VOICE, 'webm'), (Sort.VOICE, 'mp4'), (Sort.VOICE, 'ogg')]
ONE = '0123456789abcdef'
