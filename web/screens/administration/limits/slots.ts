import type { z } from 'zod';
import type { Limit } from '../../../../src/commitment/rule.ts';
import type { kindDefinitionOut, settingsDefinitionOut } from '../../../../src/pack/definitions-view.ts';
import type { Kind } from '../../../../src/pack/format.ts';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { said, t } from '../../../words/words.ts';
import { houseLimitWords, urgencyWords } from './limit-words.ts';

export type KindDefinition = z.output<typeof kindDefinitionOut>;
export type SettingsDefinition = z.output<typeof settingsDefinitionOut>;

/** One limit in a definition: where it stands, in the notation of the server's effect, and what it is in words. */
export type Slot = { path: string; title: string; limit: Limit };

type Branch = Record<string, unknown>;

/** A thing of a list is named by its key or kind, else by its place: as `src/pack/effect-of-change.ts` does. */
function step(within: unknown, name: string): unknown {
  if (!Array.isArray(within)) return (within as Branch)[name];
  const named = within.find((one: Branch) => (one['key'] ?? one['kind']) === name);
  return named ?? within[Number(name)];
}

/** A copy of the definition with another value at the path. */
export function put<Definition>(definition: Definition, path: string, value: unknown): Definition {
  const copy = structuredClone(definition);
  const names = path.split('.');
  const last = names.pop()!;
  const holder = names.reduce<unknown>(step, copy) as Branch;
  holder[last] = value;
  return copy;
}

/** Every limit of a kind: its promises, what is urgent or comes in on a line of its own, its work orders, its visits. */
export function slotsOfKind(kind: Kind): Slot[] {
  return [...kind.commitments.flatMap(ofCommitment), ...slotsOfWork(kind), ...kind.visits.map(ofVisit)];
}

function ofCommitment(rule: Kind['commitments'][number]): Slot[] {
  const path = `commitments.${rule.kind}`;
  const title = said(rule.name);
  const others = (rule.when ?? []).map(({ urgency, limit }, at) => ({
    path: `${path}.when.${at}.limit`,
    title: t('limits.of_urgency', { what: title, urgency: urgency ? urgencyWords(urgency) : t('limits.own_line') }),
    limit,
  }));
  return [{ path: `${path}.limit`, title, limit: rule.limit }, ...others];
}

const ofOrder = ['accept', 'arrive', 'complete'] as const;

/** Those of the work orders under a kind. */
export function slotsOfWork({ workOrder }: Kind): Slot[] {
  if (!workOrder) return [];
  const usual = ofOrder.map((one) => ({
    path: `workOrder.${one}`,
    title: t(`limits.order_${one}`),
    limit: workOrder[one],
  }));
  const others = (workOrder.when ?? []).flatMap((rule, at) =>
    ofOrder.map((one) => ({
      path: `workOrder.when.${at}.${one}`,
      title: t('limits.of_urgency', { what: t(`limits.order_${one}`), urgency: urgencyWords(rule.urgency) }),
      limit: rule[one],
    })),
  );
  return [...usual, ...others];
}

function ofVisit(rule: Kind['visits'][number]): Slot {
  return { path: `visits.${rule.key}.limit`, title: said(rule.name), limit: rule.limit };
}

export function slotsOfSettings(settings: Settings): Slot[] {
  return Object.entries(settings.limits).map(([key, limit]) => ({
    path: `limits.${key}`,
    title: houseLimitWords(key as keyof Settings['limits']),
    limit,
  }));
}
