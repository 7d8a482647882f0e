#!/usr/bin/env python3
"""make_large_office.py FOLDER [PEOPLE]: writes vCards, companies and a calendar of a made office, for measuring pages.

Nobody in it exists; the same PEOPLE give the same bytes. Read it with attache read FOLDER after
attache init --principal "Do Haneul". Not part of any test: it takes half a minute to read.
"""
import random
import sys
from datetime import date, timedelta
from pathlib import Path

SYLLABLES = ["ba", "be", "bo", "da", "de", "do", "ka", "ke", "ko", "la", "le", "lo", "ma", "me", "mo", "na", "ne", "no",
             "ra", "re", "ro", "sa", "se", "so", "ta", "te", "to", "va", "ve", "vo"]
SECTORS = ["AI", "Biopharma", "Chips", "Communications", "Energy", "Finance", "Mobility", "Retail"]
PLACES = [("Boston", "US"), ("San Jose", "US"), ("Seoul", "KR"), ("London", "GB"), ("Munich", "DE"), ("Tokyo", "JP")]
TITLES = ["Chief Executive", "Chair", "Chief Financial Officer", "Director", "Vice President", "General Counsel"]
TODAY = date(2024, 5, 27)


def word(draw, least, most):
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(least, most))).capitalize()


def distinct(draw, count, make):
    found = {}
    while len(found) < count:
        found.setdefault(make(draw))
    return list(found)


def card(name, mail, organisation, title):
    given, family = name.split(" ", 1)
    return (f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nN:{family};{given};;;\r\nEMAIL:{mail}\r\n"
            f"ORG:{organisation}\r\nTITLE:{title}\r\nEND:VCARD\r\n")


def event(number, day, hour, title, guests):
    stamp = f"{day:%Y%m%d}T{hour:02}"
    lines = [f"BEGIN:VEVENT\r\nUID:large-{number}\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:{stamp}0000Z\r\n"
             f"DTEND:{stamp}4500Z\r\nSUMMARY:{title}\r\nORGANIZER:mailto:haneul@hanbyeol.example\r\n"]
    for guest in guests:
        lines.append(f"ATTENDEE:mailto:{guest}\r\n")
    return "".join(lines) + "END:VEVENT\r\n"


def main():
    folder, people = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    draw = random.Random(people)
    folder.mkdir(parents=True, exist_ok=True)
    organisations = distinct(draw, max(20, people // 8), lambda d: word(d, 2, 4) + " " + word(d, 2, 3))
    with open(folder / "companies.csv", "w") as out:
        out.write("Company,Sector,City,Country,Tier\n")
        for name in organisations:
            city, country = draw.choice(PLACES)
            out.write(f"{name},{draw.choice(SECTORS)},{city},{country},{draw.choice([1, 2, 2, 3, 3, 3])}\n")
    names = distinct(draw, people, lambda d: word(d, 2, 3) + " " + word(d, 3, 4))
    mails = [f"{name.replace(' ', '.').lower()}@example.com" for name in names]
    with open(folder / "people.vcf", "w", newline="") as out:
        for name, mail in zip(names, mails):
            out.write(card(name, mail, draw.choice(organisations), draw.choice(TITLES)))
    with open(folder / "calendar.ics", "w", newline="") as out:
        out.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//large//office//EN\r\n")
        number = 0
        for at, mail in enumerate(mails):
            gap, stop = draw.choice([20, 60, 120, 300]), draw.choice([0, 0, 200, 700])
            day = TODAY - timedelta(days=draw.randint(100, 1800))
            while day < TODAY - timedelta(days=stop):
                number += 1
                guests = ["haneul@hanbyeol.example", mail]
                if draw.random() < 0.4:
                    guests.append(mails[(at + draw.randint(1, 12)) % people])
                out.write(event(number, day, draw.randint(8, 17), "Meeting", guests))
                day += timedelta(days=max(7, int(gap * draw.uniform(0.6, 1.8))) * 4)
        out.write("END:VCALENDAR\r\n")


main()
