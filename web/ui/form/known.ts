import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';
import { queryClient } from '../../server/queries.ts';
import { dropDraft, keepDraft, localDraft } from './draft-store.ts';

/** What a form began with, and which version of it that was. */
export type Known<Values> = { readonly initial: Values; readonly version: number };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was typed here, put over what stands there now: where nothing was touched, it is as it is now. */
export function putOver<Value>(before: Value, mine: Value, now: Value): Value {
  if (Array.isArray(before) && Array.isArray(mine) && Array.isArray(now))
    return putOverList(before, mine, now) as Value;
  if (!isObject(before) || !isObject(mine) || !isObject(now)) return same(before, mine) ? now : mine;
  const keys = [...new Set([...Object.keys(now), ...Object.keys(mine)])];
  return Object.fromEntries(keys.map((key) => [key, putOver(before[key], mine[key], now[key])])) as Value;
}

/** Members that have a name are known by it, where they have moved, too; objects without one by their place. */
function putOverList(before: unknown[], mine: unknown[], now: unknown[]): unknown[] {
  const [was, here, there] = [byName(before), byName(mine), byName(now)];
  if (!was || !here || !there) return same(before, mine) ? now : mine;
  return [...new Set([...there.keys(), ...here.keys()])]
    .map((name) => putOver(was.get(name), here.get(name), there.get(name)))
    .filter((one) => one !== undefined);
}

function byName(list: unknown[]): Map<unknown, unknown> | null {
  const named = list.map((one, at): [unknown, unknown] => [
    isObject(one) ? (one['key'] ?? one['kind'] ?? one['date'] ?? at) : null,
    one,
  ]);
  const names = new Map(named);
  return names.has(null) || names.size < list.length ? null : names;
}

/** The fields in which something was typed. */
export function touched<Values extends Record<string, unknown>>(
  before: Values,
  mine: Partial<Values>,
): Partial<Values> {
  return Object.fromEntries(
    Object.entries(mine).filter(([key, value]) => !same(before[key], value)),
  ) as Partial<Values>;
}

/**
 * Holds on to the version that the form shows, whatever arrives meanwhile: so a save is refused where somebody else was
 * faster. Then `outdated` has the new one read, and what was typed is put over it; the next save goes through.
 */
export function useKnown<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  now: Known<Values>,
): { known: Known<Values>; outdated: () => void; saved: () => void } {
  const [known, setKnown] = useState(now);
  const [isOutdated, setOutdated] = useState(false);
  useEffect(() => {
    if (!isOutdated || now.version === known.version) return;
    const arrived = window.setTimeout(() => {
      form.setValues(putOver(known.initial, form.getValues(), now.initial));
      setKnown(now);
      setOutdated(false);
    });
    return () => window.clearTimeout(arrived);
  }, [form, isOutdated, known, now]);
  return {
    known,
    // where the form stays open, it goes on from what it has just made
    saved: () => setOutdated(true),
    outdated: () => {
      setOutdated(true);
      void queryClient.invalidateQueries();
    },
  };
}

export type Held<Value> = {
  value: Value;
  set: (value: Value) => void;
  /** What `value` was made from. */
  known: Known<Value>;
  changed: boolean;
  back: () => void;
  outdated: () => void;
  saved: () => void;
};

/**
 * What an editor shows once another version has arrived: that one where nothing was changed here, or where a save was refused
 * (then with the change put over it). Else null: it holds on to what it has.
 */
export function takenOver<Value>(known: Known<Value>, value: Value, now: Known<Value>, isOutdated: boolean) {
  if (now.version === known.version || (!isOutdated && !same(value, known.initial))) return null;
  return putOver(known.initial, value, now.initial);
}

/** What was kept of an editor's work on this device: the change, and what it was made from. */
function keptOf<Value>(subject: string | undefined, now: Known<Value>): { known: Known<Value>; value: Value } {
  const kept = subject === undefined ? null : localDraft(subject);
  return kept ? (JSON.parse(kept.text) as { known: Known<Value>; value: Value }) : { known: now, value: now.initial };
}

/** `useKnown` for an editor that is no form. Under a `subject` half-done work survives a reload. */
export function useHeld<Value>(now: Known<Value>, subject?: string): Held<Value> {
  const [kept] = useState(() => keptOf(subject, now));
  const [known, setKnown] = useState(kept.known);
  const [value, set] = useState(kept.value);
  const [isOutdated, setOutdated] = useState(false);
  const changed = !same(value, known.initial);
  const taken = takenOver(known, value, now, isOutdated);
  if (taken !== null) {
    set(() => taken);
    setKnown(now);
    setOutdated(false);
  }
  useEffect(() => {
    if (subject === undefined) return;
    if (changed) keepDraft(subject, JSON.stringify({ known, value }));
    else if (localDraft(subject)) dropDraft(subject);
  }, [subject, changed, known, value]);
  return {
    value,
    set,
    known,
    changed,
    back: () => set(known.initial),
    saved: () => setOutdated(true),
    outdated: () => {
      setOutdated(true);
      void queryClient.invalidateQueries();
    },
  };
}
