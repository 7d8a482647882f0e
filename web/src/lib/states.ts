// How each tie state looks: colour never stands alone, its shape says the same.
import type { TieState } from './types';

export const tie_states: readonly TieState[] = ['active', 'restored', 'new', 'cooling', 'lapsed'];

// English; passed through t() where it is shown.
export const state_words: Record<TieState, string> = {
  active: 'Active',
  restored: 'Restored',
  new: 'New',
  cooling: 'Cooling',
  lapsed: 'Lapsed',
};

export const state_text: Record<TieState, string> = {
  active: 'text-active',
  restored: 'text-restored',
  new: 'text-new',
  cooling: 'text-cooling',
  lapsed: 'text-lapsed',
};

export const state_fill: Record<TieState, string> = {
  active: 'bg-active',
  restored: 'bg-restored',
  new: 'bg-new',
  cooling: 'bg-cooling',
  lapsed: 'bg-lapsed',
};

// The same for marks of a drawing.
export const state_mark: Record<TieState, string> = {
  active: 'fill-active',
  restored: 'fill-restored',
  new: 'fill-new',
  cooling: 'fill-cooling',
  lapsed: 'fill-lapsed',
};
