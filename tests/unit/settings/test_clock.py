"""The time of an installation is that of its time zone."""

from datetime import UTC, datetime, timedelta

from model import settings as module
from model.settings import Settings


def test_now_is_told_in_the_time_zone_of_the_installation():
    assert Settings(tz='Asia/Tokyo').now().utcoffset() == timedelta(hours=9)


def test_today_is_the_day_of_the_time_zone(monkeypatch, now):
    midnight_in_tokyo = now.replace(hour=23)

    class Clock:
        @staticmethod
        def now(zone):
            return midnight_in_tokyo.astimezone(zone)

    monkeypatch.setattr(module, 'datetime', Clock)
    assert Settings(tz='Europe/Amsterdam').today().day == 22
    assert Settings(tz='Asia/Tokyo').today().day == 23


def test_in_the_hour_that_comes_twice_in_autumn_ten_minutes_last_ten_minutes(monkeypatch):
    settings, moment = Settings(tz='Europe/Amsterdam'), datetime(2026, 10, 25, 0, 55, tzinfo=UTC)

    class Clock:
        @staticmethod
        def now(zone):
            return moment.astimezone(zone)

    monkeypatch.setattr(module, 'datetime', Clock)
    asked = settings.now()
    moment += timedelta(minutes=10)
    assert settings.now() - asked == timedelta(minutes=10)
    assert settings.now() > asked
    assert (asked.hour, settings.now().hour) == (2, 2)
