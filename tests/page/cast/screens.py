"""Every screen of a compass, and every other address below it."""

from ui.screens.compass_page import PRIVATE_SCREENS, SCREENS, STEP_SCREENS

PAGES = [route.strip('/') for route in [*SCREENS, *STEP_SCREENS] if '{' not in route]
PRIVATE = [route.strip('/') for route in PRIVATE_SCREENS]
ROUTES = [*PAGES, *PRIVATE, 'stap/0123abcd', 'poster.pdf', 'poster.pdf?alles=ja', 'onzin', 'ik/verder']
