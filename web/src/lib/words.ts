// The vocabulary of claims in English sentences; passed through t() where it is shown.
import type { Attribution, Claim, Decision, Relation } from './types';

const property_words: Record<string, string> = {
  name: 'is named',
  family_name: 'has the family name',
  given_name: 'has the given name',
  alias: 'is also called',
  email: 'has the e-mail',
  phone: 'has the phone',
  role: 'holds the role',
  city: 'is in',
  address: 'has the address',
  birthday: 'was born on',
  note: 'note',
  connected: 'connected on',
  founder_of: 'founded',
  principal: 'is the principal',
  sector: 'is in the sector',
  country: 'is in the country',
  domain: 'has the domain',
  ticker: 'has the ticker',
  tier: 'has the tier',
  figure: 'has the figure',
  customer_of: 'is a customer of',
  supplier_of: 'is a supplier of',
  competitor_of: 'competes with',
  owner_of: 'owns',
  partner_of: 'is a partner of',
  parent_of: 'is the parent of',
  contact_kind: 'is a',
  participant: 'was attended by',
  place: 'took place at',
  topic: 'was about',
  title: 'is titled',
  privacy: 'is',
  objective: 'has the objective',
  follow_up: 'has the follow-up',
  traveller: 'was made by',
  stop: 'stops at',
  purpose: 'has the purpose',
  duration_days: 'lasts, in days',
  big_shot_rule: 'has the rule',
};

export function property_phrase(property: string): string {
  return property_words[property] ?? property.replace(/^x:/, '').replaceAll('_', ' ');
}

// "follow_up" -> "follow up", for tables.
export function property_name(property: string): string {
  return property.replace(/^x:/, '').replaceAll('_', ' ');
}

export const relation_phrase = (kind: Relation['kind']): string => property_phrase(kind);

const verdicts: Record<Decision['verdict'], string> = {
  same: 'is the same as',
  different: 'is another than',
  unsure: 'may be the same as',
  parent_of: 'is the parent of',
  subsidiary_of: 'is a subsidiary of',
  former_name_of: 'is the former name of',
  later_name_of: 'is the later name of',
};
export const verdict_phrase = (verdict: Decision['verdict']): string => verdicts[verdict];

// A name with what tells it from others of that name.
export const full_name = ({ name, distinct }: { name: string; distinct?: string }): string => (distinct ? `${name} (${distinct})` : name);

const voices: Record<Attribution['voice'], string> = {
  own_record: 'own record',
  narrator: 'the author',
  named: 'a named person',
  organisation: 'an organisation',
  anonymous: 'somebody unnamed',
  unspecified: 'nobody is named',
};

export const voice_words = (voice: Attribution['voice']): string => voices[voice];

// What a claim says after its property: the object, the value, or both.
export function claim_object(claim: Claim): string {
  const object = claim.object?.name ?? '';
  const value = claim.value ?? '';
  if (!object || !value || object === value) return object || value;
  return `${value}, ${object}`;
}

const money_units: [number, string][] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
];

// "USD 84 B": three figures are what a landscape needs.
export function money(currency: string, amount: number): string {
  const [unit, name] = money_units.find(([least]) => Math.abs(amount) >= least) ?? [1, ''];
  const scaled = amount / unit;
  return `${currency} ${scaled >= 100 ? Math.round(scaled) : Number(scaled.toPrecision(3))}${name ? ` ${name}` : ''}`;
}

// A probability in per cent; what is not certain is never shown as certain.
export function percent(probability: number): string {
  if (probability > 0.99 && probability < 1) return '> 99 %';
  if (probability < 0.01 && probability > 0) return '< 1 %';
  return `${Math.round(probability * 100)} %`;
}
