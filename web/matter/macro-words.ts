import type { z } from 'zod';
import type { stepInput } from '../../src/macro/inputs.ts';
import { said, t } from '../words/words.ts';
import type { Desk } from './kinds.ts';
import { channelWords } from './words.ts';

export type Step = z.input<typeof stepInput>;

export const stepKinds = ['note', 'answer', 'field', 'stage', 'promise', 'offer', 'work_order'] as const;

const departmentOf = (id: string | undefined, desk: Desk): string => {
  const found = desk.departments.find((one) => one.id === id);
  return found ? said(found.name) : t('macros.own_department');
};

const says: { [Act in Step['do']]: (step: Extract<Step, { do: Act }>, desk: Desk) => string } = {
  note: ({ text }) => text,
  answer: ({ text, channel }) => `${text} (${channelWords(channel ?? 'phone')})`,
  field: ({ key, value }) => `${key}: ${String(value)}`,
  stage: ({ stage }) => stage,
  promise: ({ words, minutes }) => t('macros.within', { words, minutes }),
  offer: ({ toId, reason }, desk) =>
    t('macros.offered', { name: desk.people.find((one) => one.id === toId)?.name ?? '', reason }),
  work_order: ({ departmentId, task }, desk) =>
    t('macros.sent', { department: departmentOf(departmentId, desk), task }),
};

/** One step of a macro, in a sentence. */
export function stepWords(step: Step, desk: Desk): string {
  const say = says[step.do] as (step: Step, desk: Desk) => string;
  return `${t(`macros.do_${step.do}`)}: ${say(step, desk)}`;
}
