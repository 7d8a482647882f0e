import { describe, expect, it } from 'vitest';
import { said_in } from './said';

const ko = (sentence: string) => said_in(sentence, 'ko');

// The sentences in the sources of the server, their holes filled: a new one must get its Korean here.
const sources = import.meta.glob(['../../../src/see/{because,strength,restore}.cpp', '../../../src/go/explain.cpp'], { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
const pieces = new Set(['#{}', '{} {}{}', '{}, last {}', '{}: {} {}, worth {:g} against {:g}', ' {} would have to move here{}', ' {} is out of the way', 'no top-tier meeting on {}:', "{}: {} {}, whom the day's top-tier rule, a sector target or a fixed appointment needs", '{} meeting{}', '{}{} contact{}', 'tier {}, ', ' other', '+ ', '- ', 'clashes with', 'would displace']);
const literals = (source: string) =>
  [...source.matchAll(/(?:format\(|return |\? |: |\{)"((?:[^"\\]|\\.)*)"(?:\s*"((?:[^"\\]|\\.)*)")?/g)]
    .map((match) => (match[1] ?? '') + (match[2] ?? ''))
    .filter((text) => / /.test(text) && !pieces.has(text));
const filled = (text: string) =>
  text
    .replace(/since \{\}|\(\{\}\)|until \{\}/g, (part) => part.replace('{}', '2022-05-01'))
    .replace(/(free only|best|nearest|met|is free) on \{\}/g, '$1 on day 3 (2022-05-01)')
    .replace(/^(\{\}), (where|when)/, 'free only on day 3, $2')
    .replace(/in \{\}:/, 'in Boston:')
    .replace(/rule: \{\}/, 'rule: two per company')
    .replace('ago ({})', 'ago (2022-05-01)')
    .replace(/\{\} ago/, '4 days ago')
    .replace(/^(\{\}) (in all)/, '4 contacts $2')
    .replace(/^(\{\}) in the last/, '4 contacts in the last')
    .replace(/(silent for|gap of) \{\}(?! months)/g, '$1 4 days')
    .replace(/had \{\} with/, 'had 4 contacts with')
    .replace(/^\{\} \(met/, 'Ann (met')
    .replace(/^\{\}\{\} contact\{\} until/, '4 contacts until')
    .replace(/\{[^}]*\}/g, '7');

describe('what the server says', () => {
  it('stays as it is in English, and where no form is known', () => {
    expect(said_in('3 meetings, last 2022-05-01', 'en')).toBe('3 meetings, last 2022-05-01');
    expect(ko('an unheard-of sentence')).toBe('an unheard-of sentence');
  });
  it('is Korean with its numbers and dates', () => {
    expect(ko('1 meeting, 12 other contacts, last 2022-05-01')).toMatch(/^만남 1번, 다른 접촉 12번, 마지막 .*2022/);
    expect(ko('- silent for 300 days against a mean gap of 21 days')).toBe('- 평균 간격 21일에 300일째 공백');
    expect(ko('+ in touch since 2019')).toMatch(/^\+ 2019/);
    expect(ko('tier 1, 9 contacts until 2020-02-03, silent for 28 months')).toMatch(/^1등급, .*2020.* 9번, 28개월/);
    expect(ko('1 person is known only through this person')).toContain('1명');
  });
  it('is Korean in its parts, and names stay', () => {
    const sentence = ko('free on 3 days, best on day 2: clashes with Ann Lee and Bo Kim, worth 4 against 2.5');
    expect(sentence).toContain('Ann Lee and Bo Kim');
    expect(sentence).not.toMatch(/free|worth|day|against/);
  });
  it('is Korean for rules, proofs and sums of values', () => {
    expect(ko('no room left under the rule: at most 2 with Helix Robotics')).toBe('규칙 때문에 자리가 없음: Helix Robotics과는 2번까지');
    expect(ko('give up the fixed appointment with Ann Lee on day 2 (2024-06-04), 09:00-10:00')).toMatch(/^2일째 .* 09:00-10:00 Ann Lee 고정 약속 포기$/);
    expect(ko('branch and price over all day routes, checked')).toBe('모든 하루 동선에 대한 분기 평가, 확인됨');
    expect(ko('list of all day routes near the linear relaxation, checked')).toBe('선형 완화에 가까운 모든 하루 동선의 목록, 확인됨');
    expect(ko('linear relaxation over all day routes, not checked: out of effort')).toBe('모든 하루 동선에 대한 선형 완화, 확인하지 못함: 시간 부족');
    expect(ko('40 a big shot + 13.5 a lapsed tie, 0.67 by its depth against the silence + 4 only 2 living ties in AI')).toBe(
      '40 거물 + 13.5 끊긴 관계, 깊이 대비 공백 0.67 + 4 AI 분야에 살아 있는 관계 2건뿐',
    );
  });
  it('is Korean for the reasons why two are one', () => {
    expect(ko('젠슨 황 sounds like Jensen Huang')).toBe('젠슨 황 – Jensen Huang: 소리가 비슷함');
    expect(ko('kim@face.example in both, shared by 3')).toBe('양쪽 모두 kim@face.example, 3명이 함께 씀');
    expect(ko('both with Ann Lee and Sons')).toBe('둘 다 Ann Lee and Sons와 함께');
  });
  it('is looked for in four sources', () => expect(Object.keys(sources).length).toBe(4));
  for (const [file, source] of Object.entries(sources))
    it(`has a Korean form for every sentence of ${file}`, () => {
      const found = literals(source).map(filled);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((sentence) => !/[가-힣]/.test(ko(sentence)))).toEqual([]);
    });
});
