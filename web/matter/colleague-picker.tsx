import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { colleaguesOut } from '../../src/organisation/colleagues.ts';
import { api } from '../server/api.ts';
import { refusalWords } from '../server/refusals.ts';
import type { Picked } from '../ui/form/async-picker.tsx';
import { AsyncPicker } from '../ui/form/async-picker.tsx';

type Colleague = z.output<typeof colleaguesOut>['items'][number];

export type ColleaguePickerProps = {
  /** What it is about, as an address: `tickets/…`, `conversations/…`. */
  at: string;
  label: string;
  description?: string;
  value: Picked | null;
  onChange: (picked: Picked | null) => void;
  error?: ReactNode;
  autoFocus?: boolean;
};

/** By name or pinyin; whoever may not see it says so, and cannot be chosen. */
export function ColleaguePicker({ at, ...props }: ColleaguePickerProps) {
  return (
    <AsyncPicker<Picked & { why: Colleague['why'] }>
      {...props}
      name={`colleagues-${at}`}
      search={async (q, signal) => {
        const found = await api.get<{ items: Colleague[] }>(`${at}/colleagues`, { q }, signal);
        return found.items.map((one) => ({ id: one.id, label: one.name, why: one.why }));
      }}
      detail={(option) => (option.why ? refusalWords(option.why) : null)}
      onChange={(picked) => props.onChange(picked && !picked.why ? { id: picked.id, label: picked.label } : null)}
    />
  );
}
