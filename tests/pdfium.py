"""PDFium knows no threads, and Python closes its objects in whichever thread it looks for garbage: while PDFium works,
nothing else of this process does.
"""

import ctypes
from unittest import mock

with mock.patch.object(ctypes, 'CDLL', ctypes.PyDLL):  # a library that is called without letting others go on
    import pypdfium2

__all__ = ['pypdfium2']
