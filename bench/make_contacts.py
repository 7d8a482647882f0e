#!/usr/bin/env python3
"""Invented contacts to read into an office: make_contacts.py KIND CONTACTS PEOPLE > FILE; KIND: csv, mbox or ics.

Every contact is of two people of skewed popularity, in five years up to 2023-06; the principal "Ana Principal" is in one of fifty.
"""
import datetime
import random
import sys

START = datetime.datetime(2018, 6, 1, 8)
ONSET, VOWEL, CODA = "b d f g h j k l m n p r s t v z br dr kl st tr".split(), "a e i o u ai eo".split(), ["", "n", "r", "s", "l", "k"]


def word(number, syllables):
    text = ""
    for _ in range(syllables):
        number, onset = divmod(number, len(ONSET))
        number, vowel = divmod(number, len(VOWEL))
        number, coda = divmod(number, len(CODA))
        text += ONSET[onset] + VOWEL[vowel] + CODA[coda]
    return text.capitalize()


def names(people, dice):
    families = [word(n, 2) for n in dice.sample(range(700_000), max(10, people // 5))]
    givens = [word(n, 2) for n in dice.sample(range(700_000), 500)]
    found = {"Ana Principal": None}
    while len(found) < people:
        found[f"{dice.choice(givens)} {dice.choice(families)}"] = None
    return list(found)


def contacts(count, people, dice):
    for number in range(count):
        a = 0 if dice.random() < 0.02 else 1 + int((people - 1) * dice.random() ** 3)
        b = 1 + int((people - 1) * dice.random() ** 2)
        if a == b:
            b = 1 + b % (people - 1)
        yield number, a, b, START + datetime.timedelta(minutes=dice.randrange(1825 * 1440))


def main(kind, count, people):
    dice = random.Random(7)
    who = names(people, dice)
    address = lambda n: who[n].lower().replace(" ", ".") + "@example.org"
    out = sys.stdout
    if kind == "csv":
        out.write("date,official,participants,subject\n")
    if kind == "ics":
        out.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//invented//\r\n")
    for number, a, b, at in contacts(count, people, dice):
        if kind == "csv":
            out.write(f"{at:%Y-%m-%d},{who[a]},{who[b]},Review {number % 997}\n")
        elif kind == "mbox":
            out.write(f"From - {at:%a %b %d %H:%M:%S %Y}\nFrom: {who[a]} <{address(a)}>\nTo: {who[b]} <{address(b)}>\nDate: {at:%a, %d %b %Y %H:%M:%S} +0000\n"
                      f"Message-ID: <{number}@example.org>\nSubject: Review {number % 997}\n\n\n")
        else:
            out.write(f"BEGIN:VEVENT\r\nUID:{number}@example.org\r\nDTSTAMP:20230601T000000Z\r\nDTSTART:{at:%Y%m%dT%H%M%S}Z\r\nDURATION:PT1H\r\nSUMMARY:Review {number % 997}\r\n"
                      f"ATTENDEE;CN={who[a]}:mailto:{address(a)}\r\nATTENDEE;CN={who[b]}:mailto:{address(b)}\r\nEND:VEVENT\r\n")
    if kind == "ics":
        out.write("END:VCALENDAR\r\n")


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
