#!/usr/bin/env python3
"""Write examples/office: five years in the office of a chairman who does not exist.

usage: tools/make_example_office.py [FOLDER]     (default examples/office)

Every person, company, address and figure is invented; only the cities are real. The same script writes the same bytes
every time. It needs python3-minimal only.
"""
import base64
import datetime as dt
import math
import pathlib
import quopri
import random
import sys

DAY = dt.timedelta(days=1)
FIRST, LAST = dt.date(2019, 6, 3), dt.date(2024, 5, 31)
TRIP_FIRST, TRIP_DAYS = dt.date(2024, 6, 3), 22


class Dice:
    """Random choices from random() alone, which is the same in every Python 3."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, p):
        return self.random() < p

    def shuffled(self, items):
        return [item for _, _, item in sorted((self.random(), i, item) for i, item in enumerate(items))]

    def sample(self, items, n):
        return self.shuffled(items)[:n]

    def gap(self, rhythm):
        """A gap around a rhythm: log-normal, so that real ties have short and long silences."""
        normal = math.sqrt(-2 * math.log(1 - self.random())) * math.cos(2 * math.pi * self.random())
        return max(2, round(rhythm * math.exp(0.3 * normal)))


# --- the world -------------------------------------------------------------------------------------------------------
CITIES = {  # name: zone, latitude, longitude, telephone area, places to meet
    "New York": ("America/New_York", 40.7580, -73.9760, "212"),
    "Boston": ("America/New_York", 42.3625, -71.0850, "617"),
    "Philadelphia": ("America/New_York", 39.9540, -75.1690, "215"),
    "Washington": ("America/New_York", 38.9010, -77.0400, "202"),
    "Seattle": ("America/Los_Angeles", 47.6120, -122.3360, "206"),
    "San Francisco": ("America/Los_Angeles", 37.7900, -122.4000, "415"),
    "San Jose": ("America/Los_Angeles", 37.3350, -121.8900, "408"),
    "San Diego": ("America/Los_Angeles", 32.8860, -117.2240, "619"),
}
SECTORS = {  # name: second words of company names, kinds of figure
    "AI": (["Intelligence", "Reasoning", "Cognition", "Models"], "market_cap"),
    "Biopharma": (["Therapeutics", "Biosciences", "Pharma", "Genomics"], "market_cap"),
    "Chips": (["Silicon", "Lithography", "Semiconductor", "Memory Systems"], "market_cap"),
    "Mobility": (["Mobility", "Motors", "Autonomy", "Batteries"], "market_cap"),
    "Communications": (["Networks", "Wireless", "Telecom", "Photonics"], "revenue"),
    "Finance": (["Capital", "Ventures", "Partners", "Trust"], "assets"),
}
HOMES = {  # which sectors a city is known for, and how many companies of this world it has
    "New York": ("Finance Finance Finance AI Communications Biopharma Finance AI Mobility Finance Communications Biopharma Finance AI"),
    "Boston": ("Biopharma Biopharma Biopharma AI Biopharma Chips Biopharma AI Biopharma Finance Mobility Biopharma AI Communications Biopharma AI"),
    "Philadelphia": ("Biopharma Biopharma Communications Biopharma Finance AI Biopharma Chips Communications Biopharma Mobility"),
    "Washington": ("Communications Finance AI Communications Mobility Biopharma Communications Chips Finance"),
    "Seattle": ("AI Mobility AI Communications AI Mobility Chips AI Biopharma Mobility Communications AI"),
    "San Francisco": ("AI AI Finance AI Mobility Biopharma AI Finance AI Communications AI Biopharma Finance AI Mobility"),
    "San Jose": ("Chips Chips AI Chips Communications Chips AI Mobility Chips Chips AI Communications Chips Mobility Chips Finance AI Chips"),
    "San Diego": ("Communications Biopharma Chips Communications Biopharma Mobility Biopharma Communications Chips Biopharma Mobility"),
}
STEMS = """Copper 코퍼 Tinder 틴더 Mistle 미슬 Bramble 브램블 Lantern 랜턴 Thistle 시슬 Nettle 네틀 Pebble 페블 Marrow 매로 Saffron 새프런
Willow 윌로 Ember 엠버 Bracken 브래큰 Fennel 페널 Gable 게이블 Heron 헤론 Ochre 오커 Anchor 앵커 Bellows 벨로스 Candle 캔들 Dapple 대플
Echo 에코 Feather 페더 Garnet 가넷 Hazel 헤이즐 Indigo 인디고 Jasper 재스퍼 Kettle 케틀 Linden 린든 Meadow 메도 Needle 니들 Otter 오터
Pewter 퓨터 Quarry 쿼리 Raven 레이븐 Sorrel 소럴 Timber 팀버 Umber 엄버 Velvet 벨벳 Walnut 월넛 Yarrow 야로 Zephyr 제퍼 Acorn 에이콘
Beacon 비컨 Clover 클로버 Drift 드리프트 Elder 엘더 Flint 플린트 Ginger 진저 Hollow 할로 Ivory 아이보리 Jackdaw 잭도 Kestrel 케스트럴
Lupin 루핀 Magpie 매그파이 Nimbus 님버스 Onyx 오닉스 Plover 플로버 Rowan 로완 Starling 스탈링 Teasel 티즐 Ursa 우르사 Violet 바이올렛
Wicker 위커 Birch 버치 Cobalt 코발트 Dusk 더스크 Falcon 팰컨 Gravel 그래블 Harbor 하버 Iris 아이리스 Lark 라크 Moss 모스 Nutmeg 너트메그
Orchid 오키드 Russet 러싯 Sable 세이블 Tulip 튤립 Vesper 베스퍼 Aspen 애스펀 Bobbin 보빈 Cricket 크리켓 Dahlia 달리아 Fable 페이블
Goblet 고블릿 Helm 헬름 Inkwell 잉크웰 Lichen 라이컨 Mortar 모르타르 Nugget 너겟 Parsley 파슬리 Quince 퀸스 Ripple 리플 Spindle 스핀들
Tassel 태슬 Vellum 벨럼 Whistle 휘슬 Saddle 새들 Barley 발리 Chisel 치즐 Damson 댐슨 Bonnet 보닛 Cactus 캑터스 Domino 도미노 Gusset 거싯
Hamlet 햄릿 Lozenge 로젠지 Mallet 맬릿 Napkin 냅킨 Osprey 오스프리""".split()
ENDS = "wren 렌 quill 퀼 fen 펜 loft 로프트 mere 미어 dune 듄 knot 노트 spire 스파이어 vale 베일 gate 게이트 latch 래치 spool 스풀".split()
KOREAN_COMPANIES = [  # English, Korean, sector, domain
    ("Byeolmuri Memory", "별무리메모리", "Chips"), ("Solbaram Equipment", "솔바람장비", "Chips"),
    ("Aranuri Telecom", "아라누리통신", "Communications"), ("Pureungaram Pharma", "푸른가람제약", "Biopharma"),
    ("Naraesol Mobility", "나래솔모빌리티", "Mobility"), ("Miridal Intelligence", "미리달인공지능", "AI"),
]
GIVEN = ("Adela Barnaby Celia Dorian Elspeth Fergus Greta Hollis Imogen Jasper Keziah Leopold Marigold Nolan Ottilie Percival Quentin "
         "Rosalind Silas Tamsin Ulric Verity Winifred Xanthe Yorick Zelda Alaric Bettina Caspian Delphine Edmund Flora").split()
FAMILY = ("Ashcombe Brindlow Callowhurst Dunmarrow Ellerfield Farrowmont Grennaway Hollinshade Islaybrook Jarrowby Kestrelman Lorimoor "
          "Marchbanker Netherwick Oakhamley Pellbridge Quillfeather Ravenholt Stavelock Thornquist Umberleigh Vantongeren Wexcombe "
          "Yarrowdale Zellerby Aldermoor Birchenough Cloverdown Dapplegate Everstoke").split()
KOREAN_FAMILY = [("김", "Kim"), ("이", "Lee"), ("박", "Park"), ("최", "Choi"), ("정", "Jung"), ("강", "Kang"), ("조", "Cho"), ("윤", "Yoon"),
                 ("장", "Jang"), ("임", "Lim"), ("오", "Oh"), ("서", "Seo"), ("신", "Shin"), ("권", "Kwon")]
KOREAN_GIVEN = [("가온", "Ga-on"), ("나래", "Na-rae"), ("다솜", "Da-som"), ("라온", "Ra-on"), ("미르", "Mi-reu"), ("별하", "Byeol-ha"),
                ("새론", "Sae-ron"), ("슬찬", "Seul-chan"), ("아름솔", "Areum-sol"), ("여울", "Yeo-ul"), ("은결", "Eun-gyeol"),
                ("찬들", "Chan-deul"), ("하람", "Ha-ram"), ("한별", "Han-byeol"), ("해솔", "Hae-sol"), ("도담", "Do-dam"), ("늘봄", "Neul-bom"),
                ("초롱", "Cho-rong"), ("빛나라", "Bit-na-ra"), ("윤슬", "Yun-seul")]
SWITCHBOARD = "+1 617 555 0100"  # a company's number on two people's cards


class Company:
    def __init__(self, name, korean, sector, city, country):
        self.name, self.korean, self.sector, self.city, self.country = name, korean, sector, city, country
        self.short = name.split()[0]
        self.domain = name.lower().replace(" ", "").replace("memorysystems", "memory") + ".example"
        self.tier = 0
        self.people = []


class Person:
    def __init__(self, number, given, family, company, title, korean=None, korean_title=""):
        self.number, self.given, self.family, self.company, self.title = number, given, family, company, title
        self.korean, self.korean_title = korean, korean_title
        local = f"{given}.{family}".lower().replace("-", "")
        self.email = f"{local}@{company.domain}"
        area = CITIES[company.city][3] if company.city in CITIES else None
        line = f"{number // 100 + 1:02d}{number % 100:02d}"
        self.phone = f"+1 {area} 555 {line}" if area else f"+82 10 5550 {line}"
        self.tier = 0
        company.people.append(self)

    @property
    def name(self):
        return f"{self.given} {self.family}"

    @property
    def korean_order(self):
        return f"{self.family} {self.given}"


def invent_companies(dice):
    stems, ends = list(zip(STEMS[::2], STEMS[1::2])), list(zip(ENDS[::2], ENDS[1::2]))
    names = [(a + b, ka + kb) for (a, ka), (b, kb) in ((stem, dice.pick(ends)) for stem in dice.shuffled(stems))]
    companies = []
    for city, sectors in HOMES.items():
        for i, sector in enumerate(sectors.split()):
            stem, korean = names[len(companies)]
            company = Company(f"{stem} {dice.pick(SECTORS[sector][0])}", korean, sector, city, "US")
            company.tier = 1 if i < 4 else 2 if i < 8 else 3
            companies.append(company)
    for name, korean, sector in KOREAN_COMPANIES:
        company = Company(name, korean, sector, "Seoul", "KR")
        company.tier = 2
        companies.append(company)
    return companies


def invent_people(dice, companies):
    initials = {(g[0], f): (g, f) for g, f in dice.shuffled([(g, f) for f in FAMILY for g in GIVEN])}
    english = list(initials.values())  # "A. Ashcombe" is one person
    korean = dice.shuffled([(f, g) for f in KOREAN_FAMILY for g in KOREAN_GIVEN])
    heads = {"Finance": ["Managing Partner", "Chairman", "President"]}
    seconds = [("Chief Technology Officer", "최고기술책임자"), ("Chief Financial Officer", "최고재무책임자"), ("Chief Scientist", "수석과학자"),
               ("Senior Vice President", "전무"), ("Vice President, Partnerships", "상무"), ("General Counsel", "법무실장")]
    people = []

    def add(company, title, korean_title, is_korean):
        if is_korean:
            (hangul_family, family), (hangul_given, given) = korean.pop()
            person = Person(len(people), given, family, company, title, hangul_family + hangul_given, korean_title)
        else:
            given, family = english.pop()
            person = Person(len(people), given, family, company, title, None, korean_title)
        person.tier = company.tier if len(company.people) == 1 else company.tier + 1
        people.append(person)

    for company in companies:
        seoul = company.city == "Seoul"
        add(company, dice.pick(heads.get(company.sector, ["Chief Executive Officer", "Founder and CEO", "Chairman", "President"])),
            "대표이사" if dice.chance(0.6) else "회장", seoul or dice.chance(0.08))
        for title, korean_title in dice.sample(seconds, 2 if seoul else dice.between(0, 2)):
            add(company, title, korean_title, seoul or dice.chance(0.15))
    return people


def invent_home(people):
    """The chairman's own house. His people travel with him and keep ties of their own."""
    hanbit = Company("Hanbit Semiconductor", "한빛반도체", "Chips", "Seoul", "KR")
    hanbit.domain = "hanbit.example"
    hanbit.tier = 1
    staff = [("한", "Han", "도윤", "Do-yun", "Chairman", "회장"), ("문", "Moon", "새벽", "Sae-byeok", "Chief of Staff", "비서실장"),
             ("류", "Ryu", "바름", "Ba-reum", "Chief Financial Officer", "최고재무책임자"), ("배", "Bae", "솔아", "Sol-a", "President, Memory", "메모리사업부장 사장"),
             ("노", "Noh", "미래", "Mi-rae", "Executive Assistant", "수행비서"), ("황", "Hwang", "누리", "Nu-ri", "Head of North America", "미주총괄 부사장")]
    home = []
    for hangul_family, family, hangul_given, given, title, korean_title in staff:
        home.append(Person(900 + len(home), given, family, hanbit, title, hangul_family + hangul_given, korean_title))
    home[0].email = "chairman@hanbit.example"
    return hanbit, home


# --- ties: who met the chairman when ---------------------------------------------------------------------------------
def tie_days(dice, kind, rhythm):
    """The days on which two people met: a steady rhythm, cut by the pandemic, restored by a trip, or begun late."""
    shut, open_again = dt.date(2020, 3, 1) + DAY * dice.below(60), dt.date(2022, 4, 1) + DAY * dice.below(600)
    spans = {
        "steady": [(FIRST, LAST)],
        "lapsed": [(FIRST, shut)],
        "restored": [(FIRST, shut), (open_again, LAST)],
        "new": [(LAST - DAY * (rhythm * 3), LAST)],
        "cooling": [(FIRST, LAST - DAY * round(rhythm * 2.2))],
        "ended": [(FIRST, dt.date(2022, 6, 1) + DAY * dice.below(300))],
    }[kind]
    days = []
    for begin, end in spans:
        day = begin + DAY * dice.below(rhythm)
        while day <= end:
            days.append(day + DAY * (7 - day.weekday() if day.weekday() > 4 else 0))
            day += DAY * dice.gap(rhythm)
    return [day for day in days if day <= LAST]


def make_ties(dice, people):
    kinds = (["steady"] * 34 + ["restored"] * 26 + ["lapsed"] * 32 + ["new"] * 10 + ["cooling"] * 12 + ["ended"] * 12)
    kinds = dice.shuffled(kinds)
    ties = {}
    for person, kind in zip(dice.shuffled(people), kinds):
        rhythm = dice.pick([21, 30, 45, 60, 60] if kind in ("lapsed", "restored") else [45, 60, 60, 75, 90, 90, 120, 150, 180])
        days = tie_days(dice, kind, rhythm)
        if days:
            ties[person.number] = (kind, rhythm, days)
    return ties


# --- calendar --------------------------------------------------------------------------------------------------------
ZONES = """BEGIN:VTIMEZONE
TZID:Asia/Seoul
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
TZNAME:KST
END:STANDARD
END:VTIMEZONE
"""
AMERICAN = """BEGIN:VTIMEZONE
TZID:{id}
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-{standard}
TZOFFSETTO:-{summer}
TZNAME:{letter}DT
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-{summer}
TZOFFSETTO:-{standard}
TZNAME:{letter}ST
END:STANDARD
END:VTIMEZONE
"""


def fold(line):
    """RFC 5545 3.1: at most 75 octets a line, never inside a character."""
    out, size = "", 0
    for c in line:
        width = len(c.encode())
        if size + width > 74:
            out += "\r\n "
            size = 1
        out += c
        size += width
    return out + "\r\n"


def escaped(text):
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


class Calendar:
    def __init__(self):
        self.events = []

    def add(self, day, begin, end, zone, summary, attendees, **more):
        """begin, end: "0930"; None for an all-day event. attendees: persons, the first one organises."""
        uid = f"{day:%Y%m%d}-{len(self.events) + 1:04d}@hanbit.example"
        lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{day - DAY * 12:%Y%m%d}T010000Z"]
        if begin is None:
            lines += [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + DAY * more.get('days', 1):%Y%m%d}"]
        elif zone == "UTC":
            lines += [f"DTSTART:{day:%Y%m%d}T{begin}00Z", f"DTEND:{day:%Y%m%d}T{end}00Z"]
        else:
            lines += [f"DTSTART;TZID={zone}:{day:%Y%m%d}T{begin}00", f"DTEND;TZID={zone}:{day:%Y%m%d}T{end}00"]
        lines += more.get("rule", [])
        lines.append(f"SUMMARY:{escaped(summary)}")
        if "where" in more:
            lines.append(f"LOCATION:{escaped(more['where'])}")
        if more.get("cancelled"):
            lines += ["STATUS:CANCELLED", "SEQUENCE:1"]
        if more.get("private"):
            lines.append("CLASS:PRIVATE")
        for i, (name, email) in enumerate(attendees):
            name = name.replace('"', "'")
            if i == 0:
                lines.append(f'ORGANIZER;CN="{name}":mailto:{email}')
            lines.append(f'ATTENDEE;CN="{name}";PARTSTAT={more.get("answer", "ACCEPTED") if i else "ACCEPTED"}:mailto:{email}')
        lines.append("END:VEVENT")
        self.events.append((day, begin or "", "".join(fold(line) for line in lines)))

    def text(self):
        zones = ZONES
        for zone, standard, summer, letter in (("America/New_York", "0500", "0400", "E"), ("America/Los_Angeles", "0800", "0700", "P"),
                                               ("Pacific Standard Time", "0800", "0700", "P")):
            zones += AMERICAN.format(id=zone, standard=standard, summer=summer, letter=letter)
        head = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Hanbit Semiconductor//Chairman's office (fictional)//KO\nX-WR-CALNAME:Chairman's calendar\n"
                + zones).replace("\n", "\r\n")
        return head + "".join(text for _, _, text in sorted(self.events, key=lambda e: e[:2])) + "END:VCALENDAR\r\n"


def journeys():
    """Day -> the American city in which the chairman is: two weeks a quarter, east coast first, none while borders were shut."""
    cities, where = list(CITIES), {}
    for year in range(2019, 2025):
        for month in (2, 4, 6, 9, 11):
            monday = dt.date(year, month, 8)
            monday += DAY * ((7 - monday.weekday()) % 7)
            if FIRST <= monday <= LAST and not dt.date(2020, 3, 1) < monday < dt.date(2022, 3, 1):
                for i, offset in enumerate((0, 1, 2, 3, 4, 7, 8, 9, 10, 11)):
                    where[monday + DAY * offset] = cities[(0, 1, 1, 2, 3, 4, 5, 6, 6, 7)[i]]
    return where


class Hours:
    """The chairman's free hours: nothing overlaps."""

    def __init__(self):
        self.taken = set()

    def take(self, dice, day, length, hours):
        """(day, hour) of a free start in `hours`; the next working day if that day is full."""
        while True:
            for hour in dice.shuffled(hours):
                wanted = {(day, hour + i) for i in range(length)}
                if not wanted & self.taken:
                    self.taken |= wanted
                    return day, hour
            day += DAY * (3 if day.weekday() == 4 else 1)


def calendar_name(dice, person):
    """The same person is written in several ways by whoever sent the invitation."""
    if person.korean:
        return dice.pick([person.korean, person.name, person.korean_order, f"{person.korean} {person.korean_title}"])
    return dice.pick([person.name] * 6 + [f"{person.family}, {person.given}", f"{person.given[0]}. {person.family}"])


def make_calendar(dice, home, people, ties):
    chair, chief, finance, memory, assistant, america = home
    by_number = {person.number: person for person in people}
    calendar = Calendar()
    us = lambda p: p.company.city in CITIES

    def invited(person):
        return (calendar_name(dice, person), person.email)

    def own(person):
        return (dice.pick([person.korean, person.name, person.korean_order]), person.email)

    topics = ["supply for next year", "packaging roadmap", "joint laboratory", "review of the quarter", "introductory talk", "memory for training clusters",
              "talent and scholarships", "new plant", "long-term agreement", "research alliance", "pilot line", "investment"]
    where, free = journeys(), Hours()
    for number, (kind, rhythm, days) in sorted(ties.items()):
        person = by_number[number]
        for i, day in enumerate(days):
            length, half = dice.pick([1, 1, 1, 2]), dice.pick(["00", "30"])
            visit = min((d for d in where if where[d] == person.company.city and abs((d - day).days) < 15), key=lambda d: abs((d - day).days), default=None)
            in_person = visit is not None or not us(person)
            if visit:
                day, hour = free.take(dice, visit, length + 1, range(8, 18))
                in_person = where.get(day) == person.company.city
            else:  # from Seoul; Americans are called in their afternoon or late evening
                day, hour = free.take(dice, day, length + 1, range(10, 19) if not us(person) else [7, 8, 9, 20, 21])
            begin, end = f"{hour:02d}{half}", f"{hour + length:02d}{half}"
            zone = CITIES[person.company.city][0] if us(person) and in_person else "Asia/Seoul"
            if zone == "America/Los_Angeles" and dice.chance(0.05):
                zone = "Pacific Standard Time"
            if zone == "Asia/Seoul" and hour >= 10 and dice.chance(0.04):
                zone, begin, end = "UTC", f"{hour - 9:02d}{half}", f"{hour - 9 + length:02d}{half}"
            guests = [own(chair), invited(person)]
            others = [p for p in person.company.people if p is not person]
            if others and dice.chance(0.15):
                guests.append(invited(dice.pick(others)))
            if dice.chance(0.3):
                guests.append(own(dice.pick([finance, memory, america, chief])))
            topic = dice.pick(topics)
            summary = dice.pick([f"{person.company.short}: {topic}", f"{person.name} ({person.company.short}), {topic}",
                                 f"{person.company.korean} {person.korean_title} 면담" if person.korean_title else f"Meeting {person.name}"])
            more = {"where": f"{person.company.name}, {person.company.city}" if in_person else "Video conference"}
            if dice.chance(0.04) and i < len(days) - 1:
                more["cancelled"] = True
                summary = "Cancelled: " + summary
            calendar.add(day, begin, end, zone, summary, guests, **more)

    america_friends = [p for p in people if us(p)]
    for year in range(2019, 2025):  # forums and dinners: many guests at once, which is how people know one another
        for month in (3, 6, 9, 11):
            day = dt.date(year, month, dice.between(8, 24))
            if FIRST <= day <= LAST and not dt.date(2020, 3, 1) < day < dt.date(2021, 9, 1):
                sector = dice.pick(list(SECTORS))
                guests = dice.sample([p for p in america_friends if p.company.sector == sector], dice.between(4, 7))
                city = guests[0].company.city
                calendar.add(day, "1800", "2100", CITIES[city][0], f"{sector} forum dinner", [own(chair), own(america)] + [invited(p) for p in guests], where=city)
    for number, (kind, rhythm, days) in sorted(ties.items()):  # the head of North America sees many of them without the chairman
        person = by_number[number]
        if us(person) and dice.chance(0.12):
            for day in tie_days(dice, dice.pick(["steady", "new", "restored"]), rhythm + 20):
                calendar.add(day, "1000", "1100", CITIES[person.company.city][0], f"{person.company.short} working session", [own(america), invited(person)],
                             where=person.company.city)
    until = "UNTIL=20240531T000000Z"
    calendar.add(FIRST, "0830", "0930", "Asia/Seoul", "주간 경영회의", [own(chair), own(chief), own(finance), own(memory)],
                 rule=[f"RRULE:FREQ=WEEKLY;BYDAY=MO;{until}", "EXDATE;TZID=Asia/Seoul:20190916T083000,20200127T083000,20210215T083000"], where="Hanbit HQ 14F")
    calendar.add(dt.date(2019, 6, 20), "1400", "1700", "Asia/Seoul", "이사회 / Board of directors", [own(chair), own(finance), own(memory)],
                 rule=[f"RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20;{until}"], where="Hanbit HQ 20F")
    calendar.add(dt.date(2019, 6, 5), "0900", "0930", "Asia/Seoul", "North America call", [own(chair), own(america)],
                 rule=[f"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;{until}"])
    supplier = next(p for p in people if p.company.name == "Solbaram Equipment")
    calendar.add(dt.date(2021, 7, 6), "1000", "1100", "Asia/Seoul", "솔바람장비 월례 점검", [own(chair), invited(supplier)],
                 rule=[f"RRULE:FREQ=MONTHLY;BYDAY=1TU;{until}", "EXDATE;TZID=Asia/Seoul:20220201T100000"], where="Pangyo")
    for day, days, summary in ((dt.date(2019, 9, 12), 3, "추석"), (dt.date(2020, 1, 7), 4, "Consumer electronics fair"), (dt.date(2023, 9, 28), 3, "추석"),
                               (dt.date(2022, 6, 6), 1, "현충일"), (dt.date(2023, 3, 15), 2, "Fab opening ceremony"), (dt.date(2024, 2, 9), 4, "설날")):
        calendar.add(day, None, None, "", summary, [own(chair)] if "fair" in summary or "Fab" in summary else [], days=days)
    first, second = [by_number[n] for n in sorted(ties) if ties[n][0] == "restored" and us(by_number[n])][:2]
    calendar.add(dt.date(2022, 11, 10), "1900", "2130", CITIES[first.company.city][0], "Dinner", [own(chair), invited(first)], private=True, where="a private house")
    calendar.add(dt.date(2023, 5, 18), "1930", "2200", CITIES[second.company.city][0], "만찬", [own(chair), invited(second)], private=True, where="restaurant, back room")
    text = calendar.text()
    broken = ("BEGIN:VEVENT\r\nUID:broken-1@hanbit.example\r\nDTSTAMP:20210210T010000Z\r\nDTSTART;TZID=Asia/Seoul:20210231T093000\r\n"
              "DTEND;TZID=Asia/Seoul:20210231T103000\r\nSUMMARY:A meeting on a day that does not exist\r\nEND:VEVENT\r\n")
    return text.replace("END:VCALENDAR", broken + "END:VCALENDAR"), len(calendar.events)


# --- three address books that disagree -------------------------------------------------------------------------------
def typo(dice, text):
    """Two neighbouring letters of a word swapped."""
    at = dice.between(1, max(1, len(text) - 3))
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]


def printable(prop, parts, charset):
    """A vCard 2.1 property in quoted-printable with soft line breaks."""
    data = ";".join(parts).encode("cp949" if charset.startswith("KS") else "utf-8")
    encoded = quopri.encodestring(data, quotetabs=False).decode().replace("=\n", "=\r\n").rstrip("\n")
    return f"{prop};CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{encoded}\r\n"


EVERYDAY_TITLES = ("회장", "대표이사", "사장", "전무", "상무")


def phone_card(dice, person, alone):
    """From the chairman's telephone: Korean where he knows it, titles in the name, numbers rather than e-mail, unless no other book has
    the number (`alone`)."""
    charset = "KS_C_5601-1987" if dice.chance(0.25) else "UTF-8"
    out = "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    if person.korean:
        out += printable("N", [person.korean[0], person.korean[1:], "", "", ""], charset)
        out += printable("FN", [f"{person.korean} {person.korean_title}" if person.korean_title in EVERYDAY_TITLES and dice.chance(0.6) else person.korean], charset)
        out += printable("ORG", [person.company.korean], charset)
        if dice.chance(0.5):
            out += printable("TITLE", [person.korean_title], charset)
    else:
        out += f"N:{person.family};{person.given}\r\nFN:{person.name}\r\n"
        out += f"ORG:{person.company.short}\r\n" if dice.chance(0.6) else printable("ORG", [person.company.korean], charset)
    out += f"TEL;CELL:{person.phone.replace(' ', '-') if dice.chance(0.5) else person.phone}\r\n"
    if alone or dice.chance(0.45):
        out += f"EMAIL;INTERNET:{person.email}\r\n"
    return out + "END:VCARD\r\n"


def assistant_card(dice, person, old_company):
    """Typed by hand: English, typos, the company of years ago."""
    family = typo(dice, person.family) if len(person.family) > 5 and dice.chance(0.08) else person.family
    given = person.given.replace("-", "") if person.korean and dice.chance(0.5) else person.given
    company = old_company.name if old_company else person.company.name
    title = "Director" if old_company else person.title
    out = f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{family};{given};;;\r\nFN:{given} {family}\r\n"
    out += fold(f"ORG:{escaped(company)}") + fold(f"TITLE:{escaped(title)}")
    out += dice.pick(["EMAIL;TYPE=INTERNET,WORK:{0}\r\n", "item1.EMAIL;type=INTERNET:{0}\r\nitem1.X-ABLabel:office\r\n"]).format(
        person.email.capitalize() if dice.chance(0.2) else person.email)
    if dice.chance(0.6):
        out += f"TEL;TYPE=CELL:{person.phone.replace(' ', '.')}\r\n"
    out += f"ADR;TYPE=WORK:;;;{person.company.city};;;\r\n"
    if dice.chance(0.1):
        out += fold("NOTE:" + escaped(dice.pick(["Prefers mornings, no calls on Friday", "Vegetarian; met first at a forum dinner", "Ask after the sailing boat"])))
    return out + "END:VCARD\r\n"


def office_card(dice, person, stamp):
    """From the company's directory: complete, both scripts, vCard 4.0."""
    out = f"BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nUID:urn:hanbit:contact:{person.number:04d}\r\n"
    if person.korean:
        out += fold(f"FN;ALTID=1;LANGUAGE=en:{person.name}") + fold(f"FN;ALTID=1;LANGUAGE=ko:{person.korean}")
    else:
        out += fold(f"FN:{person.name}")
    out += fold(f"N:{person.family};{person.given};;;")
    out += fold(f"ORG:{escaped(person.company.name)}") + fold(f"TITLE:{escaped(person.title)}")
    out += fold(f"EMAIL;PREF=1:{person.email}") + fold(f"TEL;TYPE=cell;VALUE=uri:tel:{person.phone.replace(' ', '-')}")
    out += fold(f"ADR;TYPE=work:;;;{person.company.city};;;{person.company.country}") + f"REV:{stamp}\r\n"
    if dice.chance(0.1):
        out += f"BDAY:--{dice.between(1, 12):02d}{dice.between(1, 28):02d}\r\n"
    return out + "END:VCARD\r\n"


def make_books(dice, home, people, companies):
    phone, assistant, office = "", "", ""
    for person in home + people:
        in_office = person in home or dice.chance(0.8)
        if person is home[0] or dice.chance(0.45):
            phone += phone_card(dice, person, alone=not in_office)
        if dice.chance(0.6):
            moved = person.company.city in CITIES and dice.chance(0.12)
            assistant += assistant_card(dice, person, dice.pick(companies) if moved else None)
        if in_office:
            office += office_card(dice, person, "20240520T000000Z")
    card3 = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{1};{0};;;\r\nFN:{0} {1}\r\nORG:{2}\r\n{3}END:VCARD\r\n"
    # Doubtful on purpose: the first two pairs are different people, the third may be one person, the fourth shares a switchboard.
    namesake = next(p for p in people if p.korean and p.company.city == "Seoul")
    assistant += card3.format(namesake.given, namesake.family, "Lanternmoss Consulting", "EMAIL:hello@lanternmoss.example\r\nTEL:+1 206 555 9901\r\n")
    double = next(p for p in people if not p.korean)
    assistant += card3.format(double.given, double.family, "Pebblecroft Museum", "EMAIL:curator@pebblecroft.example\r\n")
    phone += "BEGIN:VCARD\r\nVERSION:2.1\r\n" + printable("N", ["서", "윤슬", "", "", ""], "UTF-8") + printable("FN", ["서윤슬"], "UTF-8") + "TEL;CELL:+82-10-5550-9977\r\nEND:VCARD\r\n"
    office += "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Yun-seul Seo\r\nN:Seo;Yun-seul;;;\r\nORG:Heronmoss Institute\r\nEMAIL:yunseul.seo@heronmoss.example\r\nEND:VCARD\r\n"
    for given, family in (("Ambrose", "Tidewell"), ("Cordelia", "Saltmarsh")):
        assistant += card3.format(given, family, "Harbourmoss Laboratories", f"TEL;TYPE=WORK:{SWITCHBOARD}\r\n")
    phone += "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Half;A\r\nTEL;CELL:+1-415-5"  # the telephone stopped in the middle of a card
    return phone, assistant, office


# --- mail headers ----------------------------------------------------------------------------------------------------
def encoded_word(text, charset="utf-8"):
    if all(ord(c) < 128 for c in text):
        return text
    name = {"cp949": "ks_c_5601-1987"}.get(charset, charset)
    return f"=?{name}?B?{base64.b64encode(text.encode(charset)).decode()}?="


def make_mail(dice, home, people, ties):
    by_number = {person.number: person for person in people}
    days = []
    for number, (kind, rhythm, met) in sorted(ties.items()):
        days += [(day, number) for day in met]
    days = sorted(dice.sample(days, 1000))
    english = ["Thank you for yesterday", "Agenda for our meeting", "Slides as promised", "Your visit to Seoul", "Re: joint laboratory", "Follow-up", "Dates in autumn"]
    korean = ["면담 감사드립니다", "회의 일정 안내", "자료 송부드립니다", "Re: 공동 연구소", "방한 일정"]
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    out = ""
    for i, (day, number) in enumerate(days):
        person, day = by_number[number], min(day + DAY * dice.between(0, 3), LAST)
        writer = home[0] if dice.chance(0.7) else dice.pick(home[1:])
        charset = "cp949" if dice.chance(0.2) else "utf-8"
        ours = f"{encoded_word(dice.pick([writer.korean, writer.name]), charset)} <{writer.email}>"
        theirs = f"{encoded_word(dice.pick([person.korean, person.name]) if person.korean else person.name, charset)} <{person.email}>"
        sender, receiver, address = (ours, theirs, writer.email) if dice.chance(0.5) else (theirs, ours, person.email)
        subject = encoded_word(dice.pick(korean if person.korean or dice.chance(0.2) else english), charset)
        hour, minute = dice.between(7, 21), dice.below(60)
        stamp = f"{'Mon Tue Wed Thu Fri Sat Sun'.split()[day.weekday()]}, {day.day} {months[day.month - 1]} {day.year} {hour:02d}:{minute:02d}:00 +0900"
        out += f"From {address} {'Mon Tue Wed Thu Fri Sat Sun'.split()[day.weekday()]} {months[day.month - 1]} {day.day:2d} {hour:02d}:{minute:02d}:00 {day.year}\n"
        out += f"Message-ID: <{day:%Y%m%d}.{i:04d}@hanbit.example>\n"
        out += "Date: not a date at all\n" if i == 500 else f"Date: {stamp}\n"
        out += f"From: {sender}\nTo: {receiver}\n"
        if dice.chance(0.15):
            copied = dice.pick(home[1:])
            out += f"Cc: {copied.name} <{copied.email}>\n"
        out += f"Subject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=us-ascii\n\n(body left out)\n\n"
    return out


# --- tables ----------------------------------------------------------------------------------------------------------
def cell(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n') else text


def row(cells):
    return ",".join(cell(str(c)) for c in cells) + "\n"


def make_linkedin(dice, people):
    out = ('Notes:\n"Connections of a fictional account. An address stands here only where the connection allows it."\n\n'
           "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n")
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    for person in dice.sample(people, 120):
        day = dt.date(2015, 1, 5) + DAY * dice.below(3400)
        slug = f"{person.given}-{person.family}-{person.number:03d}".lower()
        out += row([person.given, person.family, f"https://www.linkedin.example/in/{slug}", person.email if dice.chance(0.9) else "", person.company.name,
                    person.title, f"{day.day:02d} {months[day.month - 1]} {day.year}"])
    return out + ",,,,Gablemoss Trust,Analyst,31 Feb 2021\n"


def make_google(dice, people):
    head = ("First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,"
            "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City,Address 1 - Country,Website 1 - Value\n")
    out = head
    for person in dice.sample(people, 70):
        korean = person.korean and dice.chance(0.5)
        given, family = (person.korean[1:], person.korean[0]) if korean else (person.given, person.family)
        out += row([given, "", family, person.given[:3] if dice.chance(0.1) else "", person.company.korean if korean else person.company.name,
                    person.korean_title if korean else person.title, "", "Line one\nline two" if dice.chance(0.05) else "", "* myContacts", "* Work", person.email,
                    "", "", "Mobile", person.phone, person.company.city, person.company.country, ""])
    return out + ",,,,,,,a row with a note only,* myContacts,,,,,,,,,\n"


LEGAL = ["Inc.", "Corp.", "LLC", "Ltd."]


def make_companies(dice, companies):
    out = "company,aliases,sector,city,country,tier,domain,figure,currency,amount,as_of\n"
    for company in companies:
        aliases = [company.korean, f"{company.name}, {dice.pick(LEGAL)}"] if company.country == "US" else [company.korean, "㈜" + company.korean]
        if dice.chance(0.5):
            aliases.append(company.short)
        won = company.country == "KR"
        size = {1: 11.6, 2: 10.4, 3: 9.3}[company.tier] + dice.random() * 0.7 + (2.7 if won else 0)
        amount = int(f"{10 ** size:.3g}".split("e")[0].replace(".", "")) * 10 ** (int(math.log10(10 ** size)) - 2)
        as_of = "" if dice.chance(0.08) else (dt.date(2024, 3, 29) if dice.chance(0.3) else dt.date(2024, 5, 31)).isoformat()
        out += row([company.name, "; ".join(aliases), company.sector, company.city, company.country, company.tier, company.domain,
                    SECTORS[company.sector][1], "KRW" if won else "USD", amount, as_of])
    return out + row(["Pebblemoss Autonomy", "", "Mobility", "Boston", "US", 3, "pebblemoss.example", "market_cap", "USD", "a great deal", "2024-05-31"])


def make_relations(dice, hanbit, companies):
    out = "company,relation,other,since\n"
    chips = [c for c in companies if c.sector == "Chips"]
    rows = [(c, "customer_of", hanbit) for c in companies if c.sector in ("AI", "Mobility") and c.tier == 1]
    rows += [(c, "competitor_of", hanbit) for c in chips if c.tier == 1]
    rows += [(c, "supplier_of", hanbit) for c in chips if c.tier == 2]
    rows += [(hanbit, "partner_of", c) for c in companies if c.sector == "Biopharma" and c.tier == 1]
    for c in companies:
        if dice.chance(0.5):
            kind = dice.pick(["customer_of", "supplier_of", "competitor_of", "partner_of", "partner_of"])
            other = dice.pick([o for o in companies if o is not c and (kind != "competitor_of" or o.sector == c.sector)])
            rows.append((c, kind, other))
    for fund in [c for c in companies if c.sector == "Finance"][:8]:
        rows.append((fund, "owner_of", dice.pick([c for c in companies if c.tier == 3 and c is not fund])))
    for a, kind, b in rows:
        out += row([a.name, kind, b.name, dice.between(2010, 2023)])
    return out + row([hanbit.name, "admirer_of", chips[0].name, 2020])


# --- the trip --------------------------------------------------------------------------------------------------------
ROUTE = {  # city: the days (0-based) on which a good plan is there; used to make the trip possible
    "New York": [0, 1, 2], "Boston": [3, 4, 5], "Philadelphia": [6, 7], "Washington": [8, 9], "Seattle": [10, 11], "San Diego": [12, 13, 14],
    "San Jose": [15, 16, 17, 18], "San Francisco": [19, 20, 21]}
DINNERS = [("Boston", 3, "19:00-21:30", "a table for eight on the harbour"), ("Philadelphia", 7, "19:00-21:30", "private dinner"),
           ("San Jose", 17, "18:30-21:00", "dinner of the chip makers")]
OFF = [dt.date(2024, 6, 19)]
HALVES = ["09:00-12:00", "09:30-12:00", "13:30-17:30", "14:00-18:00", "10:00-12:30", "15:00-18:00"]


def is_working(day):
    date = TRIP_FIRST + DAY * day
    return date.weekday() < 5 and date not in OFF


def window_strings(dice, days, must):
    """Groups of days with the same hours, as one would write them: "06-04, 06-11 09:30-12:00, 14:00-16:00"."""
    groups = {}
    for day in sorted(days):
        hours = [HALVES[1], "14:00-17:30"] if day in must else dice.pick([HALVES[:1], HALVES[1:2], HALVES[2:3], [HALVES[1], HALVES[3]], HALVES[4:5], HALVES[5:6], ["09:00-11:00", "16:00-18:00"]])
        groups.setdefault(", ".join(hours), []).append(f"{TRIP_FIRST + DAY * day:%m-%d}")
    return [f"{', '.join(dates)} {hours}" for hours, dates in groups.items()]


def coast_days(city):
    """The days (0-based, first and last) on which the trip is on the coast of a city."""
    return (0, 10) if CITIES[city][2] > -100 else (10, 21)


def candidate_days(dice, city, must):
    first, last = coast_days(city)
    working = [d for d in range(first, last + 1) if is_working(d)]
    days = set(dice.sample(working, dice.between(2, 6))) | set(must)
    if dice.chance(0.1):
        days.add(dice.pick([d for d in [5, 6, 12, 13, 19, 20] if first <= d <= last]))
    return days


def toml_text(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def make_trip(dice, people):
    out = TRIP_HEAD
    for city, (zone, latitude, longitude, _) in CITIES.items():
        out += f"\n[[city]]\nname = {toml_text(city)}\nzone = {toml_text(zone)}\ncountry = \"US\"\nat = [{latitude:.4f}, {longitude:.4f}]\n"
        first, last = (TRIP_FIRST + DAY * day for day in coast_days(city))
        out += f"days = \"{first:%m-%d}..{last:%m-%d}\"\n"
    chosen = []
    for city, count in {"New York": 16, "Boston": 20, "Philadelphia": 12, "Washington": 11, "Seattle": 13, "San Diego": 12, "San Jose": 20, "San Francisco": 16}.items():
        local = sorted((p for p in people if p.company.city == city), key=lambda p: (p.tier, p.number))
        chosen += [(city, i, p) for i, p in enumerate(local[:count])]
    for city, i, person in chosen:
        dinner = next((d for d in DINNERS if d[0] == city), None) if i == 3 else None
        days = [d for d in ROUTE[city] if is_working(d)]
        must = [days[i % len(days)]] if person.tier == 1 and days else days[:1] if dice.chance(0.35) else []
        out += f"\n[[candidate]]\nid = {toml_text(person.email.split('@')[0].replace('.', '-'))}\nname = {toml_text(person.name)}\n"
        out += f"title = {toml_text(person.title)}\norganisation = {toml_text(person.company.name)}\nemail = {toml_text(person.email)}\ncity = {toml_text(city)}\n"
        out += f"sector = {toml_text(person.company.sector)}\ntier = {person.tier}\n"
        if dice.chance(0.55):
            out += f"value = {({1: 34, 2: 18, 3: 10}.get(person.tier, 6)) + dice.between(-5, 9)}\n"
        if dinner:
            _, day, hours, note = dinner
            out += f"fixed = true\nlength = 150\nwindows = [\"{TRIP_FIRST + DAY * day:%m-%d} {hours}\"]\nnote = {toml_text(note)}\n"
            continue
        length = dice.pick([45, 60, 60, 60, 90, 90, 120])
        if length != 60:
            out += f"length = {length}\n"
        if dice.chance(0.6):
            latitude, longitude = CITIES[city][1] + (dice.random() - 0.5) * 0.14, CITIES[city][2] + (dice.random() - 0.5) * 0.14
            out += f"at = [{latitude:.4f}, {longitude:.4f}]\nplace = {toml_text(person.company.name + ' headquarters')}\n"
        if dice.chance(0.05):
            out += 'windows = ["workdays 09:00-12:00, 13:30-18:00"]\n'
        elif not dice.chance(0.03):
            out += "windows = [" + ", ".join(toml_text(w) for w in window_strings(dice, candidate_days(dice, city, must), must)) + "]\n"
    return out, len(chosen)


TRIP_HEAD = '''# The next trip: 22 days across the United States. docs/formats/trip.md explains every line.
# Fictional, like everything in this folder.
name = "United States, June 2024"
purpose = "Restore the network that 2020 broke: customers, research partners and capital, from the east coast to the west"
first_day = 2024-06-03
days = 22
hours = "08:00-22:00"                       # on the road no earlier and no later
days_off = ["saturday", "sunday", 2024-06-19]
start = "New York"                          # the flight from Seoul lands there the evening before
end = "San Francisco"                       # the flight home leaves there the morning after

[defaults]                                  # of every candidate that does not say otherwise
length = 60                                 # minutes
windows = ["workdays 10:00-12:00, 14:00-17:00"]

[rules]
big_shot_a_day = 30                         # lost for each working day without a tier-1 meeting
sector_short = 0.05                         # lost for each minute below a sector's target
journey_hour = 2                            # lost for each hour of travel from city to city

[sectors]                                   # time wanted with each sector
AI = "20h"
Biopharma = "20h"
Chips = "16h"
Mobility = "8h"
Communications = "10h"
Finance = "6h"
'''


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent / "examples/office")
    folder.mkdir(parents=True, exist_ok=True)
    dice = Dice(20240603)
    companies = invent_companies(dice)
    people = invent_people(dice, companies)
    hanbit, home = invent_home(people)
    ties = make_ties(dice, people)
    calendar, events = make_calendar(dice, home, people, ties)
    phone, assistant, office = make_books(dice, home, people, companies)
    trip, candidates = make_trip(dice, people)
    files = {
        "calendar.ics": calendar, "phone.vcf": phone, "assistant.vcf": assistant, "office.vcf": office, "mail.mbox": make_mail(dice, home, people, ties),
        "linkedin.csv": make_linkedin(dice, people), "google.csv": make_google(dice, people),
        "companies.csv": make_companies(dice, [hanbit] + companies), "relations.csv": make_relations(dice, hanbit, companies), "trip.toml": trip,
    }
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    print(f"{len(companies) + 1} companies, {len(people) + len(home)} people, {len(ties)} ties, {events} events, {candidates} candidates, "
          f"{sum(len(t.encode()) for t in files.values()) // 1024} KiB")


if __name__ == "__main__":
    main()
