#include "read/csv_header.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <fmt/format.h>
#include <map>

namespace attache::read {
namespace {

using enum Field;

constexpr std::size_t longest_name = 120;                          // bytes
using FieldSet = std::bitset<static_cast<std::size_t>(since) + 1>; // `since` is the last one

struct Naming {
  Field field;
  std::string_view names; // separated by spaces, each in the form of plain()
};

// Names as plain() leaves them: folded, without spaces, punctuation and digits.
constexpr std::array namings{
    Naming{
        name,
        "name fullname displayname contactname contact fileas person 이름 성명 성함 이름성명 한글명 한글이름 naam nom "
        "nameko namekr namehangul namekorean 담당자"},
    Naming{other_name, "nameen nameeng nameenglish englishname namelatin namehanja 영문명 영문이름 영문성명 한자명"},
    Naming{given, "firstname givenname given forename prénom prenom vorname voornaam"},
    Naming{middle, "middlename additionalname middle"},
    Naming{family, "lastname familyname surname family nachname achternaam 성"},
    Naming{suffix, "suffix namesuffix"},
    Naming{nickname, "nickname alsoknownas 별명"},
    Naming{email, "email emailaddress emails emailvalue mail eaddress workemail primaryemail personalemail otheremail "
                  "이메일 이메일주소 전자우편 전자메일 메일 메일주소 courriel"},
    Naming{phone,
           "phone phonenumber phones phonevalue telephone tel mobile mobilephone mobilephonenumber cell cellphone "
           "businessphone homephone primaryphone companymainphone workphone carphone otherphone 전화 전화번호 "
           "휴대폰 휴대폰번호 휴대전화 핸드폰 연락처 직장전화 telefon téléphone"},
    Naming{title, "title jobtitle position organizationtitle role function 직함 직책 직위 직급 functie fonction"},
    Naming{department, "department organizationdepartment division 부서 부서명"},
    Naming{birthday, "birthday dateofbirth birthdate 생일 생년월일"},
    Naming{connected, "connectedon connected connectiondate"},
    Naming{id, "id recordid contactid uid identifier externalid personid companyid corpcode"},
    Naming{url, "url profileurl website websitevalue webpage linkedin linkedinurl homepage web 홈페이지 웹사이트"},
    Naming{organisation, "organisation organization organizationname organisationname org employer affiliation "
                         "companyname company associatedcompany account accountname firm institution 회사 회사명 소속 "
                         "소속기관 직장 기관 기관명 단체 단체명 기업 기업명 업체 업체명"},
    Naming{city, "city addresscity businesscity homecity workcity town 도시 시"},
    Naming{country, "country addresscountry businesscountryregion countryregion businesscountry nation 국가 나라"},
    Naming{
        address,
        "address addressformatted addressvalue streetaddress businessstreet businessaddress street addressstreet 주소 "
        "회사주소"},
    Naming{note, "note notes comment comments remarks memo 비고 메모 특이사항"},
    Naming{date, "date meetingdate startdate start datum when day datemeeting visitdate 날짜 일자 일시 면담일 회의일 "
                 "만난날 시작일 시작날짜 일정일"},
    Naming{end_date, "enddate end until einddatum 종료일 종료날짜"},
    Naming{official,
           "official minister mep member host visitor bewindspersoon commissioner ministername publicofficial "
           "who secretary 면담자 장관 의원 공직자"},
    Naming{official_id, "epid mepid ministerid officialid visitorid"},
    Naming{counterpart, "lobbyists lobbyist metwith meetingwith externalparty counterpart interestrepresentative "
                        "nameoforganisation entity visited 상대 상대방 상대기관 면담기관"},
    Naming{participants, "participants attendees guests present people 참석자 참가자 배석자"},
    Naming{subject, "subject reason purpose purposeofmeeting topic topics agenda activity activiteitnaam summary event "
                    "aboutwhat 안건 목적 내용 주제 제목 회의명 일정 일정명 일정제목"},
    Naming{description, "description subtitel details subtitle detail"},
    Naming{place, "place location venue locatie where locale lieu ort 장소"},
    Naming{status, "status state 상태"},
    Naming{start_time, "starttime 시작시간 시작시각 beginnt"},
    Naming{end_time, "endtime 종료시간 종료시각 endet"},
    Naming{all_day, "alldayevent allday 종일 하루종일 종일이벤트"},
    Naming{organiser, "meetingorganizer organizer organiser 주최자 주관자"},
    Naming{invited, "requiredattendees optionalattendees 필수참석자 선택참석자"},
    Naming{privacy, "private privacy sensitivity 비공개 비공개여부"},
    Naming{busy, "showtimeas"},
    Naming{alias, "alias aliases othernames alsocalled formernames synonyms 별칭 약칭"},
    Naming{sector, "sector industry branch field segment 업종 분야 산업"},
    Naming{tier, "tier priority importance rank 등급 중요도"},
    Naming{domain, "domain internetdomain companydomain companydomainname emaildomain 도메인"},
    Naming{ticker, "ticker symbol stockcode stocksymbol code 종목코드"},
    Naming{figure_kind, "figure figurekind metric measure kindoffigure"},
    Naming{currency, "currency 통화 화폐"},
    Naming{amount, "amount value 금액"},
    Naming{as_of, "asof asofdate figuredate valuationdate 기준일"},
    Naming{relation, "relation relationship relationtype kindofrelation 관계"},
    Naming{other, "other othercompany target to object relatedcompany counterparty 거래처 상대회사"},
    Naming{since, "since from begin validfrom startyear 시작"},
};

struct Figure {
  std::string_view begins, kind;
};
constexpr std::array figures{
    Figure{"marketcap", "market_cap"},  Figure{"시가총액", "market_cap"}, Figure{"revenue", "revenue"},
    Figure{"annualrevenue", "revenue"}, Figure{"매출", "revenue"},        Figure{"assets", "assets"},
    Figure{"자산", "assets"},           Figure{"valuation", "valuation"}, Figure{"기업가치", "valuation"}};
struct Money {
  std::string_view ends, code;
};
constexpr std::array moneys{Money{"usd", "USD"}, Money{"krw", "KRW"}, Money{"eur", "EUR"},  Money{"gbp", "GBP"},
                            Money{"jpy", "JPY"}, Money{"원", "KRW"},  Money{"달러", "USD"}, Money{"$", "USD"},
                            Money{"€", "EUR"},   Money{"₩", "KRW"}};

std::string plain(std::string_view header) {
  std::string out;
  for (auto const c : fold_case(header)) {
    auto const u = static_cast<unsigned char>(c);
    if (u >= 0x80 || (c >= 'a' && c <= 'z') || c == '$')
      out += c;
  }
  return out;
}

std::map<std::string_view, Field> const& fields_by_name() {
  static auto const table = [] {
    std::map<std::string_view, Field> out;
    for (auto const& naming : namings)
      for (std::size_t at = 0; at < naming.names.size();) {
        auto const end = std::min(naming.names.find(' ', at), naming.names.size());
        out.emplace(naming.names.substr(at, end - at), naming.field);
        at = end + 1;
      }
    return out;
  }();
  return table;
}

// "market_cap_krw", "marketCap", "시가총액(원)": a figure whose kind and perhaps currency stand in the header.
std::optional<Column> figure_column(std::string_view name) {
  auto const figure = std::ranges::find_if(figures, [&](Figure const& f) { return name.starts_with(f.begins); });
  if (figure == figures.end())
    return {};
  Column column{.field = amount, .figure = std::string{figure->kind}};
  auto const rest = name.substr(figure->begins.size());
  auto const money = std::ranges::find(moneys, rest, &Money::ends);
  if (money == moneys.end() && !rest.empty())
    return {};
  if (money != moneys.end())
    column.currency = money->code;
  return column;
}

// A row as a header, judged without making one: most rows are none.
struct Judged {
  int score = 0; // distinct known fields
  TableKind kind = TableKind::none;
};

// Field and, of a figure, what else its name says. Empty cells and whole sentences are no names.
Column meaning_of(std::string_view cell) {
  if (cell.empty() || cell.size() > longest_name)
    return {};
  auto const key = plain(cell);
  if (auto const found = fields_by_name().find(key); found != fields_by_name().end())
    return {.field = found->second};
  return figure_column(key).value_or(Column{});
}

TableKind kind_of_fields(FieldSet const& fields) {
  auto const has = [&](auto... field) { return (fields.test(static_cast<std::size_t>(field)) || ...); };
  if (has(relation) && has(other) && has(organisation, name))
    return TableKind::relations;
  auto const person_only = has(given, family, email, phone, connected, birthday);
  auto const timed = has(start_time, end_time, all_day, organiser, invited);
  auto const register_of = has(official, counterpart, organisation);
  if (has(date) && has(subject) && !person_only && !register_of &&
      (timed || (has(end_date, place) && !has(participants))))
    return TableKind::calendar;
  auto const meeting_who = has(official, counterpart, participants) || (has(organisation) && has(subject));
  if (has(date) && meeting_who && !person_only)
    return TableKind::meetings;
  auto const company_only = has(sector, tier, domain, ticker, alias, amount, figure_kind);
  if (has(organisation, name) && company_only && !person_only && !(has(organisation) && has(name, title)))
    return TableKind::companies;
  if (has(name, given, family, email))
    return TableKind::people;
  if (has(organisation) && !person_only && !has(title))
    return TableKind::companies;
  return TableKind::none;
}

Judged judge(Row const& row) {
  FieldSet fields;
  for (auto const& cell : row.cells)
    fields.set(static_cast<std::size_t>(meaning_of(cell).field));
  fields.reset(static_cast<std::size_t>(unknown));
  auto const kind = kind_of_fields(fields);
  return {.score = kind == TableKind::none ? 0 : static_cast<int>(fields.count()), .kind = kind};
}

Header header_of(Row const& row, TableKind kind, char delimiter) {
  Header header{.kind = kind, .delimiter = delimiter, .line = row.line};
  for (auto const& cell : row.cells) {
    header.names.push_back(cell_text(cell));
    header.columns.push_back(column_of(header.names.back()));
    if (header.columns.back().header.empty())
      header.columns.back().header = fmt::format("column {}", header.columns.size());
  }
  return header;
}

} // namespace

bool Header::has(Field field) const {
  return std::ranges::any_of(columns, [&](Column const& column) { return column.field == field; });
}

Column column_of(std::string_view header_cell) {
  auto column = meaning_of(header_cell);
  column.header = squeeze(header_cell);
  return column;
}

std::optional<Header> find_header(std::string_view text) {
  Header best;
  auto score = 0;
  for (auto const delimiter : {',', ';', '\t', '|'}) {
    if (delimiter != ',' && text.find(delimiter) == std::string_view::npos)
      continue;
    RowScanner rows{text, delimiter};
    Row row;
    for (auto i = 0; i < 40 && rows.next(row); ++i)
      if (auto const judged = judge(row); judged.score > score) {
        score = judged.score;
        best = header_of(row, judged.kind, delimiter);
      }
  }
  if (score == 0)
    return {};
  return best;
}

} // namespace attache::read
