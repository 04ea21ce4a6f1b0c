"""Every screen of a compass, and every other address below it."""

from ui.screens.compass_page import PRIVATE_SCREENS, SCREENS, STEP_SCREENS, TOWARDS_SCREENS

PAGES = [route.strip('/') for route in [*SCREENS, *STEP_SCREENS, *TOWARDS_SCREENS] if '{' not in route]
PRIVATE = [route.strip('/') for route in PRIVATE_SCREENS]
PAPERS = ['poster.pdf', 'poster.pdf?alles=ja', 'toen-en-nu.pdf', 'boekje.pdf']
ROUTES = [*PAGES, *PRIVATE, *PAPERS, 'stap/0123abcd', 'onzin', 'ik/verder']
