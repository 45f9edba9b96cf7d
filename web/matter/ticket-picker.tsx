import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { searchOut } from '../../src/search/shapes.ts';
import { api } from '../server/api.ts';
import type { Picked } from '../ui/form/async-picker.tsx';
import { AsyncPicker } from '../ui/form/async-picker.tsx';

type Found = z.output<typeof searchOut>;
type Option = Picked & { detail: string };

async function search(type: 'ticket' | 'customer', text: string, signal: AbortSignal): Promise<Option[]> {
  if (text.trim() === '') return [];
  const found = await api.get<Found>('search', { q: text, type, limit: 12 }, signal);
  return found.items.map((one) => ({
    id: one.id,
    label: one.number === undefined ? one.title : `${one.number} ${one.title}`,
    detail: one.subtitle,
  }));
}

type PickerProps = {
  label: string;
  value: Picked | null;
  onChange: (picked: Picked | null) => void;
  error?: ReactNode;
  description?: string;
};

type TicketPickerProps = PickerProps & { except: string; /** It may stay empty. */ optional?: true };

/** Another ticket, by number or by words. */
export function TicketPicker({ except, optional, ...props }: TicketPickerProps) {
  return (
    <AsyncPicker<Option>
      {...props}
      name={`ticket-not-${except}`}
      search={async (text, signal) => (await search('ticket', text, signal)).filter((one) => one.id !== except)}
      detail={(option) => option.detail}
      required={!optional}
    />
  );
}

/** A customer, by name, pinyin or phone. */
export function CustomerPicker(props: PickerProps) {
  return (
    <AsyncPicker<Option>
      {...props}
      name="customer"
      search={(text, signal) => search('customer', text, signal)}
      detail={(option) => option.detail}
    />
  );
}
