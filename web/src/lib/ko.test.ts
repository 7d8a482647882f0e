import { describe, expect, it } from 'vitest';
import { korean } from './ko';
import { state_words } from './states';
import { property_phrase, voice_words } from './words';

const files = import.meta.glob(['../**/*.svelte', '../lib/*.ts'], { query: '?raw', import: 'default', eager: true }) as Record<string, string>;
const said = new Set(Object.values(files).flatMap((text) => [...text.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1]!)));
const holes = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();

describe('the page in Korean', () => {
  it('finds the sentences of the page', () => expect(said.size).toBeGreaterThan(100));
  it('has every sentence that the page says', () => {
    expect([...said].filter((sentence) => !(sentence in korean))).toEqual([]);
  });
  it('has every state, voice and property', () => {
    const voices = (['own_record', 'narrator', 'named', 'organisation', 'anonymous', 'unspecified'] as const).map(voice_words);
    const phrases = ['name', 'email', 'role', 'participant', 'customer_of', 'figure', 'big_shot_rule'].map(property_phrase);
    expect([...Object.values(state_words), ...voices, ...phrases].filter((word) => !(word in korean))).toEqual([]);
  });
  it('keeps the holes of each sentence', () => {
    for (const [english, sentence] of Object.entries(korean)) expect(holes(sentence), english).toEqual(holes(english));
  });
});
