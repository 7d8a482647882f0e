#!/usr/bin/env python3
"""make_trips.py FAMILY CANDIDATES SEED [--days N] > trip.json: one random trip in the format of trip_synth.

FAMILY: tight (free on 2-3 of 15 working days, a slot or two each), mid (on 4-5), free (from 9 to 18 on every day), open
(from the first minute of every day to the last). Cities, lengths, values and hours are drawn as in that set; the same
arguments give the same trip.
"""
import argparse
import json
import math
import random

# Latitude, longitude, and how much of the trip's business is there.
CITIES = [(42.36, -71.06, 24), (40.71, -74.01, 17), (38.91, -77.04, 7), (39.95, -75.17, 8),
          (37.34, -121.89, 29), (32.72, -117.16, 9), (29.76, -95.37, 3), (47.61, -122.33, 4)]
SLOTS = [[(540, 720)], [(810, 1050)], [(540, 690), (900, 1080)], [(1110, 1230)]]
FREE_SHARE = {"tight": 0.175, "mid": 0.31}


def kilometres(a, b):
    (lat1, lon1), (lat2, lon2) = [(math.radians(x), math.radians(y)) for x, y in (a, b)]
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def minutes(a, b):
    """Between two places: by road in town, by road or air between towns."""
    far = kilometres(a, b)
    road = 15 + far * (2.0 if far < 60 else 0.8)
    return round(min(road, 145 + far / 11.5))


def closed(table):
    """No detour is quicker."""
    for via, row in enumerate(table):
        for line in table:
            for to, direct in enumerate(line):
                line[to] = min(direct, line[via] + row[to])
    return table


def windows_of(rng, family, weekday, length):
    if family == "open":
        return [[day, 480, 1320] for day in range(len(weekday))]
    if family == "free":
        return [[day, 540, 1080] for day in range(len(weekday))]
    windows = []
    for day, working in enumerate(weekday):
        if rng.random() >= FREE_SHARE[family] * (1 if working else 0.15):
            continue
        # After one dinner-time slot in ten there is another slot earlier that day.
        slots = rng.choices(SLOTS, weights=[30, 28, 30, 12])[0]
        if slots is not SLOTS[3] and rng.random() < 0.02:
            slots = slots + SLOTS[3]
        windows += [[day, a, b] for a, b in slots if b - a >= length]
    return windows


def candidate(rng, family, weekday, number):
    city = rng.choices(range(len(CITIES)), weights=[c[2] for c in CITIES])[0]
    top = rng.random() < 0.12
    length = rng.choices([45, 60, 90, 120], weights=[21, 38, 22, 19])[0]
    value = min(100, 40 + int(rng.expovariate(1 / 14))) if top else int(rng.triangular(5, 40, 6))
    place = (CITIES[city][0] + rng.gauss(0, 0.06), CITIES[city][1] + rng.gauss(0, 0.08))
    return place, {"id": number, "city": city, "value": value, "top": int(top), "sector": rng.randrange(5),
                   "duration": length, "windows": windows_of(rng, family, weekday, length)}


def make(family, count, seed, days):
    rng = random.Random(f"{family} {count} {seed} {days}")
    weekday = [0 if day % 7 in (5, 6) or (day == days - 1 and days % 7 == 6) else 1 for day in range(days)]
    people = [candidate(rng, family, weekday, number) for number in range(count)]
    places = [place for place, _ in people] + [(lat, lon) for lat, lon, _ in CITIES]
    table = closed([[0 if i == j else minutes(a, b) for j, b in enumerate(places)] for i, a in enumerate(places)])
    return {"name": f"trip_{family}_n{count}_d{days}_s{seed}", "days": days, "day_start": 480, "day_end": 1320,
            "cities": len(CITIES), "start_city": 0, "end_city": None, "weekday": weekday,
            "no_top_penalty_per_weekday": 25, "sector_target_min": [300] * 5, "sector_short_penalty_per_min": 0.1,
            "candidates": [who for _, who in people],
            "travel_meeting_to_meeting": [row[:count] for row in table[:count]],
            "travel_meeting_hotelcity": [row[count:] for row in table[:count]],
            "travel_hotel_to_hotel": [row[count:] for row in table[count:]]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("family", choices=["tight", "mid", "free", "open"])
    parser.add_argument("candidates", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--days", type=int, default=20)
    arguments = parser.parse_args()
    print(json.dumps(make(arguments.family, arguments.candidates, arguments.seed, arguments.days)))


if __name__ == "__main__":
    main()
