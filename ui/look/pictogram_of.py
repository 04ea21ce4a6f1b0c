"""The pictogram of an answer that is shown with no photo, drawing or library picture."""

from model.compass.answer import Answer
from model.pictures import pictogram


def pictogram_of(answer: Answer, otherwise: str = 'picture-gone') -> str:
    """Returns its key; `otherwise` where there is none, or where the drawing of a configured tile is here no more."""
    if answer.tile:
        return answer.tile if pictogram.is_known(answer.tile) else otherwise
    return 'voice-note' if answer.voice else otherwise
