"""The days of holidays: those of a fixed day, those of the nth weekday of a month, and those that move with Easter.

Easter Sunday by the rule of the Gregorian calendar in the form of Meeus, Astronomical Algorithms (1991), chapter 8.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Feast = tuple[int | str, ...]


def holiday_in(year: int, rule: Feast) -> date:
    """The day of a holiday in a year.

    `rule` is (month, day), (month, weekday, n) with 0 for Monday and n from 1, or -1 for the last; or ("easter", days after Easter
    Sunday).
    """
    if rule[0] == "easter":
        return easter(year) + timedelta(days=int(rule[1]))
    month = int(rule[0])
    if len(rule) == 2:
        return date(year, month, int(rule[1]))
    weekday, turn = int(rule[1]), int(rule[2])
    days = [day for day in calendar.Calendar().itermonthdates(year, month) if day.month == month]
    matching = [day for day in days if day.weekday() == weekday]
    return matching[turn - 1 if turn > 0 else turn]


def easter(year: int) -> date:
    """Easter Sunday of the Western churches."""
    cycle, (century, rest) = year % 19, divmod(year, 100)
    leap, over = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * cycle + century - leap - moon + 15) % 30
    quads, odd = divmod(rest, 4)
    weekday = (32 + 2 * over + 2 * quads - epact - odd) % 7
    shift = (cycle + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
