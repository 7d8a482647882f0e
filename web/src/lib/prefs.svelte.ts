// What the reader prefers: theme and language, kept in this browser only.
import { korean } from './ko';
import { said_in } from './said';
import type { Language } from './time';

type Theme = 'auto' | 'light' | 'dark';

export function stored(key: string): string | null {
  try {
    return localStorage.getItem(`attache.${key}`);
  } catch {
    return null; // storage may be forbidden: then the choice lasts as long as the page
  }
}

export function store(key: string, value: string): void {
  try {
    localStorage.setItem(`attache.${key}`, value);
  } catch {
    // see stored()
  }
}

const first_language = (): Language => ((stored('language') ?? navigator.language).startsWith('ko') ? 'ko' : 'en');
const known_theme = (word: string | null): Theme => (word === 'light' || word === 'dark' ? word : 'auto');

export const prefs = $state({ language: first_language(), theme: known_theme(stored('theme')) });

const system_dark = matchMedia('(prefers-color-scheme: dark)');

export function is_dark(): boolean {
  return prefs.theme === 'dark' || (prefs.theme === 'auto' && system_dark.matches);
}

export function apply_prefs(): void {
  const page = document.documentElement;
  page.lang = prefs.language;
  page.dataset['theme'] = is_dark() ? 'dark' : 'light';
}
system_dark.addEventListener('change', apply_prefs);

export function set_language(language: Language): void {
  prefs.language = language;
  store('language', language);
  apply_prefs();
}

export function set_theme(theme: Theme): void {
  prefs.theme = theme;
  store('theme', theme);
  apply_prefs();
}

// The sentence in the reader's language; `{name}` is replaced by its value.
export function t(english: string, values: Record<string, string | number> = {}): string {
  const sentence = (prefs.language === 'ko' ? korean[english] : undefined) ?? english;
  return sentence.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

// A sentence of the server in the reader's language.
export const said = (sentence: string): string => said_in(sentence, prefs.language);

export function count(amount: number): string {
  return amount.toLocaleString(prefs.language === 'ko' ? 'ko-KR' : 'en-GB');
}
