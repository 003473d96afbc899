"""When work is due, in the many ways to say it, and what looks like it and is none."""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

from holidays import country_holidays

from tests.render.phrase import Fact, Phrase

_ROMAN = ("I", "II", "III", "IV")


def deadline(rng: Random, issued: date, *, exact: bool = True) -> Phrase:
    """A clause that says when work is due, with the day; without a day where it names none.

    Args:
        rng: where chance comes from.
        issued: the day that relative wordings count from.
        exact: whether the day of issue is printed, so that wordings may count from it.
    """
    ways = [_before, _before, _before, _by, _by, _month, _quarter, _range, _recurring, _half_year]
    ways += [_week] + [_counted] * (2 * exact)
    return rng.choice(ways)(rng, issued)


def deadline_cell(rng: Random, issued: date) -> Phrase:
    """A table's cell under "Thời hạn"."""
    day = _later(rng, issued)
    month = f"Tháng {day.month}/{day.year}"
    quarter = (day.month + 2) // 3
    return rng.choice(
        (
            _due(f"Trước ngày {_short(rng, day, issued)}", day),
            _due(f"{day.day:02}/{day.month:02}/{day.year}", day),
            _due(f"Ngày {day.day:02}/{day.month}/{day.year}", day),
            _due(month, _end_of_month(day)),
            _due(
                f"Trong tháng {day.month}{f'/{day.year}' * (day.year != issued.year)}",
                _end_of_month(day),
            ),
            _due(f"Quý {_ROMAN[quarter - 1]}/{day.year}", _end_of_quarter(day)),
            Phrase("Thường xuyên"),
            Phrase("Hằng tháng"),
            _due(f"Chậm nhất {day.day:02}/{day.month:02}/{day.year}", day),
        )
    )


def _due(text: str, day: date) -> Phrase:
    return Phrase(text, (Fact("due", day.isoformat()),))


def _later(rng: Random, issued: date, most: int = 160) -> date:
    return issued + timedelta(days=rng.randint(3, most))


def _end_of_month(day: date) -> date:
    return date(day.year, day.month, monthrange(day.year, day.month)[1])


def _end_of_quarter(day: date) -> date:
    return _end_of_month(date(day.year, (day.month + 2) // 3 * 3, 1))


def _short(rng: Random, day: date, issued: date) -> str:
    """A day, without its year only where that is the notice's."""
    full = (
        f"{day.day:02}/{day.month}/{day.year}", f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02} tháng {day.month} năm {day.year}", f"{day.day:02}/{day.month:02}/{day.year}",
    )  # fmt: skip
    brief = (f"{day.day:02}/{day.month}", f"{day.day} tháng {day.month}")
    return rng.choice(full + brief if day.year == issued.year else full)


def _before(rng: Random, issued: date) -> Phrase:
    day = _later(rng, issued)
    lead = rng.choice(
        (
            "hoàn thành trước ngày {}", "trước ngày {}", "xong trước ngày {}",
            "báo cáo kết quả trước ngày {}", "hoàn thành trước {}",
            "gửi kết quả trước 17 giờ ngày {}",
            "hoàn thành và báo cáo {boss} trước ngày {}", "thời hạn hoàn thành trước ngày {}",
            "có báo cáo bằng văn bản trước ngày {}", "yêu cầu hoàn thành dứt điểm trước ngày {}",
        )
    )  # fmt: skip
    return _due(lead.format(_short(rng, day, issued), boss="cấp có thẩm quyền"), day)


def _by(rng: Random, issued: date) -> Phrase:
    day = _later(rng, issued)
    lead = rng.choice(
        (
            "chậm nhất ngày {}", "chậm nhất là ngày {}", "hoàn thành chậm nhất vào ngày {}",
            "hạn cuối ngày {}", "không quá ngày {}", "hoàn thành vào ngày {}", "muộn nhất ngày {}",
            "thời gian hoàn thành: {}", "thời hạn: ngày {}", "kéo dài đến hết ngày {}",
            "chậm nhất đến ngày {}", "không muộn hơn ngày {}",
        )
    )  # fmt: skip
    return _due(lead.format(_short(rng, day, issued)), day)


def _month(rng: Random, issued: date) -> Phrase:
    day = _later(rng, issued)
    name = (
        f"{day.month}/{day.year}"
        if day.year != issued.year
        else rng.choice(
            (
                f"{day.month}",
                f"{day.month}/{day.year}",
                f"{day.month} năm {day.year}",
                f"{day.month:02}",
            )
        )
    )
    lead = rng.choice(
        (
            "hoàn thành trong tháng {}", "xong trong tháng {}", "trong tháng {}",
            "ngay trong tháng {}", "chậm nhất trong tháng {}", "hoàn thành vào cuối tháng {}",
            "đến hết tháng {} phải hoàn thành", "chậm nhất hết tháng {}",
        )
    )  # fmt: skip
    return _due(lead.format(name), _end_of_month(day))


def _quarter(rng: Random, issued: date) -> Phrase:
    day = _later(rng, issued)
    number = (day.month + 2) // 3
    year = rng.choice(
        (f"/{day.year}", f" năm {day.year}", "" if day.year == issued.year else f"/{day.year}")
    )
    quarter = rng.choice((_ROMAN[number - 1], _ROMAN[number - 1], str(number))) + year
    lead = rng.choice(
        ("hoàn thành trong Quý {}", "trong quý {}", "xong trong Quý {}", "chậm nhất trong Quý {}")
    )  # fmt: skip
    return _due(lead.format(quarter), _end_of_quarter(day))


def _half_year(rng: Random, issued: date) -> Phrase:
    if issued.month > 5 or rng.random() < 0.5:
        return _due(rng.choice((f"hoàn thành trong năm {issued.year}", "hoàn thành trong năm nay")),
                    date(issued.year, 12, 31))  # fmt: skip
    return _due(f"hoàn thành trong 6 tháng đầu năm {issued.year}", date(issued.year, 6, 30))


def _week(rng: Random, issued: date) -> Phrase:
    sunday = issued + timedelta(days=6 - issued.weekday())
    return rng.choice(
        (
            _due("hoàn thành ngay trong tuần này", sunday),
            _due("xong trong tuần tới", sunday + timedelta(days=7)),
            _due("hoàn thành trong tháng này", _end_of_month(issued)),
        )
    )


def _range(rng: Random, issued: date) -> Phrase:
    first = _later(rng, issued, 60)
    last = first + timedelta(days=rng.randint(2, 25))
    if first.year != last.year:
        return _before(rng, issued)
    end = f"{last.day:02}/{last.month}/{last.year}"
    return rng.choice(
        (
            _due(f"thực hiện từ ngày {first.day:02}/{first.month} đến ngày {end}", last),
            _due(f"thời gian từ ngày {first.day:02}/{first.month}/{first.year} đến {end}", last),
            _due(f"thực hiện từ nay đến hết ngày {end}", last),
            _due(f"trong khoảng thời gian từ ngày {first.day:02}/{first.month} đến hết ngày {end}",
            last),
        )
    )  # fmt: skip


def _counted(rng: Random, issued: date) -> Phrase:
    count = rng.choice((3, 5, 7, 10, 15, 20, 30))
    printed = rng.choice((f"{count:02}", f"{count}"))
    event = rng.choice(("kể từ ngày ban hành Thông báo này", "kể từ ngày ký Thông báo này",
                        "tính từ ngày ban hành Thông báo này"))  # fmt: skip
    if rng.random() < 0.5:
        lead = rng.choice(
            ("trong thời hạn", "trong", "chậm nhất", "không quá", "hoàn thành trong vòng")
        )
        return _due(f"{lead} {printed} ngày làm việc {event}", _working_days(issued, count))
    lead = rng.choice(("trong thời hạn", "trong vòng", "chậm nhất sau", "không quá"))
    return _due(f"{lead} {printed} ngày {event}", issued + timedelta(days=count))


def _working_days(day: date, count: int) -> date:
    holidays = country_holidays("VN")
    while count:
        day += timedelta(days=1)
        count -= holidays.is_working_day(day)
    return day


def _recurring(rng: Random, _: date) -> Phrase:
    return Phrase(
        rng.choice(
            (
                "định kỳ hằng tháng báo cáo kết quả", "báo cáo hằng tuần vào chiều thứ Sáu",
                "hằng tháng trước ngày 20 gửi báo cáo", "thực hiện thường xuyên",
                "báo cáo trước ngày 25 hằng tháng", "định kỳ hàng quý tổng hợp, báo cáo",
                "báo cáo chậm nhất ngày 15 tháng cuối hằng quý",
            )
        )
    )  # fmt: skip


def period_reported(rng: Random, issued: date) -> str:
    """A period that a report is about: no deadline."""
    past = issued - timedelta(days=rng.randint(20, 80))
    return rng.choice(
        (
            f"tháng {past.month}", f"tháng {past.month}/{past.year}",
            f"6 tháng đầu năm {issued.year}",
            f"quý {_ROMAN[(past.month + 2) // 3 - 1]}/{past.year}", f"năm {issued.year - 1}",
            f"9 tháng năm {issued.year}", f"Quý {_ROMAN[(issued.month + 2) // 3 - 1]}",
            f"5 năm {issued.year - 5} - {issued.year}",
        )
    )  # fmt: skip


def horizon(rng: Random, issued: date) -> str:
    """How far a plan reaches: no deadline."""
    start = issued.year // 5 * 5 + 1
    return rng.choice(
        (
            f"giai đoạn {start} - {start + 4}", f"đến năm {start + 4}",
            f"thời kỳ {start} - {start + 9}",
            f"giai đoạn {start}-{start + 4}, tầm nhìn đến năm {start + 29}",
            f"đến năm {start + 4}, định hướng đến năm {start + 9}", f"năm {issued.year + 1}",
        )
    )  # fmt: skip


def as_of(rng: Random, issued: date) -> str:
    """The day that figures or an agreement are of: no deadline."""
    past = issued - timedelta(days=rng.randint(5, 60))
    return rng.choice(
        (
            f"số liệu tính đến ngày {past.day:02}/{past.month}/{past.year}",
            f"đã được thống nhất tại cuộc họp ngày {past.day:02}/{past.month}/{past.year}",
            f"số liệu lũy kế đến hết tháng {past.month}/{past.year}",
        )
    )


def event(rng: Random, issued: date) -> str:
    """When something will be held: no deadline."""
    coming = issued + timedelta(days=rng.randint(20, 120))
    day = f"{coming.day:02}/{coming.month}/{coming.year}"
    return rng.choice(
        (f"dự kiến khai mạc ngày {day}", f"diễn ra vào ngày {day}", f"khai mạc tối ngày {day}")
    )
