"""Choices that are no question of their own: days, parts of the day, pictures of the person, moments, and whose."""

from model.catalogue.tile import tiles

WEEKDAYS = tiles(
    monday='maandag',
    tuesday='dinsdag',
    wednesday='woensdag',
    thursday='donderdag',
    friday='vrijdag',
    saturday='zaterdag',
    sunday='zondag',
)
"""Monday first, so that the place in the tuple is `date.weekday()`."""

DAYS = tiles(today='vandaag', tomorrow='morgen', later='later')

PARTS_OF_DAY = tiles(morning='ochtend', afternoon='middag', evening='avond')

AVATARS = tiles(
    avatar_boat='boot',
    avatar_flower='bloem',
    avatar_cat='kat',
    avatar_fish='vis',
    avatar_bird='vogel',
    avatar_tree='boom',
    avatar_sun='zon',
    avatar_dog='hond',
    avatar_butterfly='vlinder',
    avatar_turtle='schildpad',
    avatar_mountain='berg',
    avatar_lion='leeuw',
)

MOMENTS = tiles(before='vooraf', doing='bezig', done_it='gelukt')
"""When a photo beside a step was taken."""

HOW_IT_WENT = tiles(face_good='goed', face_so_so='ging wel', face_bad='niet goed')
"""How a step went that was done; never added up."""

HOW_IT_GOES = tiles(face_good='goed', face_so_so='gaat wel', face_bad='niet goed')
"""How it goes in a life domain; never added up or ranked."""

WHOSE = tiles(whose_mine='van mezelf', whose_people='van mensen om mij heen', whose_professionals='van begeleiders')

SYMBOLS = (
    *('music', 'cycle', 'groceries', 'home', 'travelling', 'reading'),
    *('drawing', 'cooking', 'sleep', 'money', 'pet', 'walk'),
)
"""Pictograms that two devices show at the same moment, so that a person sees which one they let in."""
