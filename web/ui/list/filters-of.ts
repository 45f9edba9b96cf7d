import type { Filter } from './filter-sentence.tsx';

type Narrowed<Search> = { [Key in keyof Search]: string | undefined };

/**
 * Makes filters that stand in the address, each under its own key. `set` changes so much of the address; a filter that says nothing
 * of its own says what was chosen.
 */
export function filtersOf<Search extends Narrowed<Search>>(search: Search, set: (change: Partial<Search>) => void) {
  return (
    key: keyof Search & string,
    name: string,
    options: Filter['options'],
    says: Filter['says'] = ({ label }) => label,
  ): Filter => ({
    key,
    name,
    says,
    options,
    value: search[key] ?? null,
    set: (value) => set({ [key]: value ?? undefined } as Partial<Search>),
  });
}
