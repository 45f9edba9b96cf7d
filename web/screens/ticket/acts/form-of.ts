import type { ComponentType } from 'react';
import { later, whenIdle } from '../../../routes/later.ts';
import type { ActProps } from './act.ts';

const waiting: (() => Promise<unknown>)[] = [];

/** The form of an act, fetched when somebody wants it, or when there is time. Made once, beside its act. */
export function formOf<Name extends string>(
  load: () => Promise<Record<Name, ComponentType<ActProps>>>,
  name: Name,
): ComponentType<ActProps> {
  waiting.push(load);
  return later<ActProps>(() => load().then((file) => file[name]));
}

/** Fetches the forms while nothing else is to do: the first press of a key does not wait for the network. */
export function fetchForms(): void {
  whenIdle(() => waiting.splice(0).forEach((load) => void load().catch(() => {})));
}
