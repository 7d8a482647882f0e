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
  ['no room left under the rule: {w}', '규칙 때문에 자리가 없음: {0}'],
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
