// Sentences that the server makes, in the reader's language: recognised by their form, their numbers and names kept.
// One that has no form here is shown as it came.
import { date_words, type Language } from './time';

// {n} a number, {d} a date, {w} any words, {s} another sentence of these forms, {p} one with all its brackets closed;
// (s) is there or not.
const forms: [string, string][] = [
  // strength: see/because.cpp, see/strength.cpp
  ['{n} contact(s) in the last {n} days, {n} in the last 30, the last {n} day(s) ago', '최근 {1}일에 접촉 {0}번, 최근 30일에 {2}번, 마지막은 {3}일 전'],
  ['{n} contact(s) in all, silent for {n} day(s)', '접촉 모두 {0}번, {1}일째 공백'],
  ['in contact on one day only, {n} day(s) ago', '{0}일 전 하루만 접촉'],
  ['silent for {n} day(s) against a mean gap of {n} day(s)', '평균 간격 {1}일에 {0}일째 공백'],
  ['in touch since {d}', '{0}부터 이어짐'],
  ['known only since {d}', '{0}에야 알게 됨'],
  ['{n} % begun by the quieter side', '{0} %는 덜 적극적인 쪽이 시작'],
  ['mostly messages or in company', '주로 메시지이거나 여럿이 함께'],
  ['mostly meetings of few', '주로 소수의 만남'],
  ['mostly in a company of {n}', '주로 {0}명이 함께'],
  ['{n} common acquaintance(s)', '함께 아는 사람 {0}명'],
  ["{n} % of one's contacts", '한쪽 접촉의 {0} %'],
  ['the quieter of the two had {n} contact(s) with anybody in the last {n} days', '둘 중 조용한 쪽은 최근 {1}일에 누구와든 {0}번 접촉'],
  ['last contact today', '마지막 접촉은 오늘'],
  ['last contact {n} day(s) ago ({d})', '마지막 접촉은 {0}일 전 ({1})'],
  ['{n} meeting(s)', '만남 {0}번'],
  ['{n} call(s)', '통화 {0}번'],
  ['{n} message(s)', '메시지 {0}번'],
  ['{n} event(s)', '행사 {0}번'],
  // chains: see/path.cpp
  ['{n} meeting(s), {n} other contact(s), last {d}', '만남 {0}번, 다른 접촉 {1}번, 마지막 {2}'],
  ['{n} meeting(s), last {d}', '만남 {0}번, 마지막 {1}'],
  ['{n} contact(s), last {d}', '접촉 {0}번, 마지막 {1}'],
  // who is who: resolve/score.cpp and the names that it compares
  ['both with {w}', '둘 다 {0}와 함께'],
  ['one another', '서로'],
  ['people of one house share what else agrees', '같은 집 사람이면 나머지도 일치함'],
  ['a name that many people bear', '많은 사람이 쓰는 이름'],
  ['{w} in both', '양쪽 모두 {0}'],
  ['such pairs prove to be one more often than their score says', '이런 쌍은 점수보다 더 자주 같은 것으로 드러남'],
  ['such pairs prove to be one less often than their score says', '이런 쌍은 점수보다 덜 자주 같은 것으로 드러남'],
  ['{w} in both, shared by {n}', '양쪽 모두 {0}, {1}명이 함께 씀'],
  ['{w} sounds like {w}', '{0} – {1}: 소리가 비슷함'],
  ['{w} reads as {w}', '{0} – {1}: 그렇게 읽음'],
  ['{w} is read {w}', '{0} – {1}: 그렇게 읽음'],
  ['{w} and {w} are the same name', '{0} – {1}: 같은 이름'],
  ['{w} and {w} are the same words in another order or spacing', '{0} – {1}: 순서나 띄어쓰기만 다름'],
  ['{w} and {w} are two spellings of one name', '{0} – {1}: 같은 이름의 다른 표기'],
  ['{w} and {w} are two spellings of one Korean name', '{0} – {1}: 같은 한국 이름의 다른 표기'],
  ['{w} and {w} agree by a nickname', '{0} – {1}: 애칭으로 일치'],
  ['{w} and {w} agree by an initial', '{0} – {1}: 머리글자로 일치'],
  ['{w} and {w} agree by a shortened word', '{0} – {1}: 줄인 말로 일치'],
  ['{w} and {w} agree, one has a word more', '{0} – {1}: 일치, 한쪽에 낱말 하나가 더 있음'],
  ['{w} and {w} differ by a letter or two', '{0} – {1}: 한두 글자 다름'],
  ['{w} and {w} differ in what follows the name', '{0} – {1}: 이름 뒤가 다름'],
  ['{w} and {w} share a family name only', '{0} – {1}: 성만 같음'],
  ['{w} and {w} share one word only', '{0} – {1}: 낱말 하나만 같음'],
  ['{w} and {w} are different names', '{0} – {1}: 다른 이름'],
  ['{w} and {w} cannot be compared', '{0} – {1}: 비교할 수 없음'],
  // whom to win back: see/restore.cpp
  ['tier {n}, {n} contact(s) until {d}, silent for {n} months', '{0}등급, {2}까지 접촉 {1}번, {3}개월째 공백'],
  ['{n} contact(s) until {d}, silent for {n} months', '{1}까지 접촉 {0}번, {2}개월째 공백'],
  // fragility: office/coverage_json.cpp
  ['{n} person is known only through this person', '{0}명은 이 사람을 통해서만 연결됨'],
  ['{n} people are known only through this person', '{0}명은 이 사람을 통해서만 연결됨'],
  // who is left out of a plan: go/explain.cpp
  ['met at another place or for another length', '다른 곳에서 또는 다른 길이로 만남'],
  ['not free during the trip', '출장 중 빈 시간이 없음'],
  ['no window is as long as the meeting ({n} minutes)', '만남 길이({0}분)만큼 빈 시간이 없음'],
  ['no room left under the rule: {s}', '규칙 때문에 자리가 없음: {0}'],
  ['worth nothing', '가치가 없음'],
  ['free only on {s}', '{0}에만 시간이 있음'],
  ['free on {n} days, best on {s}', '{0}일 동안 시간이 있고 {1}이 가장 나음'],
  ['free on {n} days, nearest on {s}', '{0}일 동안 시간이 있고 {1}이 가장 가까움'],
  ['{s}, where there is room: the search was stopped too early', '{0}, 자리가 있으나 탐색이 일찍 멈춤'],
  ['{s}: clashes with {s}, worth {n} against {n}', '{0}: {1}와 겹침, 가치 {2} 대 {3}'],
  ['{s}: would displace {s}, worth {n} against {n}', '{0}: {1}을 밀어냄, 가치 {2} 대 {3}'],
  ["{s}: clashes with {s}, whom the day's top-tier rule, a sector target or a fixed appointment needs", '{0}: {1}와 겹침, 그날의 최상위 규칙이나 분야 목표나 고정 약속에 필요함'],
  ["{s}: would displace {s}, whom the day's top-tier rule, a sector target or a fixed appointment needs", '{0}: {1}을 밀어냄, 그날의 최상위 규칙이나 분야 목표나 고정 약속에 필요함'],
  ['{s}, when the trip is in {w}: the journey takes {n} minutes each way and is not worth it', '{0}, 그때 출장지는 {1}: 편도 {2}분을 들일 가치가 없음'],
  ['no top-tier candidate is free on {s}', '{0}에 시간이 있는 최상위 후보가 없음'],
  ['no top-tier meeting on {s}: {s} would have to move here; {s} is out of the way', '{0}에 최상위 만남 없음: {1}을 이리 옮겨야 함; {2}은 너무 멂'],
  ['no top-tier meeting on {s}: {s} would have to move here', '{0}에 최상위 만남 없음: {1}을 이리 옮겨야 함'],
  ['no top-tier meeting on {s}: {s} is out of the way', '{0}에 최상위 만남 없음: {1}은 너무 멂'],
  // rules that could be relaxed: go/blocked.cpp, read/trip.cpp, read/trip_links.cpp
  ['at most {n} with {w}', '{1}과는 {0}번까지'],
  ['{w} once', '{0} 한 번만'],
  ['give up the fixed appointment with {w} on {s}, {w}', '{1} {2} {0} 고정 약속 포기'],
  ['meet {w} at another time than those given', '주어진 시간이 아닌 때에 {0} 만나기'],
  ['be in {w} on other days than the trip says', '출장이 정한 날이 아닌 때에 {0}에 있기'],
  ['start earlier than {w} or end later than {w}', '{0}보다 일찍 시작하거나 {1}보다 늦게 끝내기'],
  ['travel at other times than the departures given', '주어진 출발 시각이 아닌 때에 이동하기'],
  ['allow more than this: {s}', '다음 한도 늘리기: {0}'],
  ['end the trip elsewhere than in {w}', '출장을 {0} 아닌 곳에서 마치기'],
  // proofs: go/solve.cpp, go/ruled.cpp, go/few_moves.cpp
  ['{s}, not checked: {s}', '{0}, 확인하지 못함: {1}'],
  ['out of effort', '시간 부족'],
  ['everybody free on the trip at their best', '출장 중 가능한 모두를 가장 좋은 때에 만난다고 본 상한'],
  ['linear relaxation over all day routes', '모든 하루 동선에 대한 선형 완화'],
  ['list of all day routes near the linear relaxation', '선형 완화에 가까운 모든 하루 동선의 목록'],
  ['branch and price over all day routes', '모든 하루 동선에 대한 분기 평가'],
  ['branching on rivals, orders and rest; each part by branch and bound over day routes', '경쟁자, 순서, 휴식에 따라 나누고 부분마다 하루 동선에 대한 분기 한정'],
  ['prices and branching on the meetings that stay; each bound checked', '그대로 두는 만남에 값을 매기고 나눔, 한도마다 확인됨'],
  ['{s}, checked', '{0}, 확인됨'],
  // what a value is made of: office/candidate_value.cpp
  ['{n} a big shot', '{0} 거물'],
  ['{n} tier unknown', '{0} 등급 모름'],
  ['{n} tier {n}', '{0} {1}등급'],
  ['{n} no tie yet', '{0} 아직 관계 없음'],
  ['{n} a lapsed tie, {n} by its depth against the silence', '{0} 끊긴 관계, 깊이 대비 공백 {1}'],
  ['{n} a cooling tie', '{0} 식어 가는 관계'],
  ['{n} an active tie', '{0} 활발한 관계'],
  ['{n} a new tie', '{0} 새 관계'],
  ['{n} a restored tie', '{0} 복원된 관계'],
  ['{n} only {n} living ties in {w}', '{0} {2} 분야에 살아 있는 관계 {1}건뿐'],
  ['{n} by the trip file', '{0} 출장 파일의 값'],
  ['{n} as asked', '{0} 요청한 값'],
  ['{s} + {s}', '{0} + {1}'],
  ['{p} (met on {p})', '{0} ({1}에 만남)'],
  ['day {n} ({d})', '{0}일째 ({1})'],
  ['day {n}', '{0}일째'],
];

const holes: Record<string, string> = { n: '(-?\\d[\\d.,e+]*)', d: '(\\d{4}(?:-\\d\\d){0,2})', w: '(.+?)', s: '(.+?)', p: '((?:[^()]|\\([^()]*\\))+?)' };
const escaped = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

const known = forms.map(([english, korean]) => ({
  pattern: new RegExp(`^${escaped(english.replaceAll('(s)', '\u0001')).replaceAll('\u0001', 's?').replace(/\{(\w)\}/g, (_, kind: string) => holes[kind]!)}$`),
  kinds: [...english.matchAll(/\{(\w)\}/g)].map((match) => match[1]!),
  korean,
}));

function in_korean(sentence: string): string {
  const sign = /^[+-] /.exec(sentence)?.[0] ?? '';
  const body = sentence.slice(sign.length);
  for (const { pattern, kinds, korean } of known) {
    const found = pattern.exec(body);
    if (!found) continue;
    const value = (at: number) => {
      const text = found[at + 1]!;
      if (kinds[at] === 's' || kinds[at] === 'p') return in_korean(text);
      return kinds[at] === 'd' ? date_words(text, 'ko') : text;
    };
    return sign + korean.replace(/\{(\d)\}/g, (_, at: string) => value(Number(at)));
  }
  return sentence;
}

export const said_in = (sentence: string, language: Language): string => (language === 'ko' ? in_korean(sentence) : sentence);
