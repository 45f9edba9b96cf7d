import type { z } from 'zod';
import type { customersOut } from '../../src/customer/view.ts';
import type { peopleOut } from '../../src/organisation/people-view.ts';
import type { searchOut } from '../../src/search/shapes.ts';
import { api } from './api.ts';
import type { Picked } from '../ui/form/async-picker.tsx';

/** Searches for `AsyncPicker`: the likeliest first, and never the one the form itself is about. */
type Finder = (text: string, signal: AbortSignal) => Promise<Picked[]>;

const most = 12;

export const findPlaces: Finder = async (text, signal) => {
  if (text.trim() === '') return [];
  const found = await api.get<z.output<typeof searchOut>>('search', { q: text, type: 'place', limit: most }, signal);
  return found.items.map(({ id, title }) => ({ id, label: title }));
};

export function findCustomers(except: string): Finder {
  return async (text, signal) => {
    const query = { limit: most, ...(text.trim() ? { q: text } : {}) };
    const found = await api.get<z.output<typeof customersOut>>('customers', query, signal);
    return found.items
      .filter(({ id }) => id !== except)
      .map(({ id, name, places }) => ({ id, label: [name, places[0]?.code].filter(Boolean).join(' · ') }));
  };
}

export function findPeople(except: string): Finder {
  return async (text, signal) => {
    const query = { limit: most, ...(text.trim() ? { q: text } : {}) };
    const found = await api.get<z.output<typeof peopleOut>>('people', query, signal);
    return found.items.filter(({ id }) => id !== except).map(({ id, name }) => ({ id, label: name }));
  };
}
