import type { Guard } from '../../../../src/pack/guard-names.ts';
import type { Moment, StageClass } from '../../../../src/pack/kind-shape.ts';
import type { Field, Kind, VisitRule } from '../../../../src/pack/format.ts';
import type { PlainKey } from '../../../words/words.ts';
import { t } from '../../../words/words.ts';

export const classWords = (one: StageClass): string => t(`kinds.class_${one}`);
export const momentWords = (one: Moment | 'visited'): string => t(`kinds.moment_${one}`);
export const guardWords = (one: Guard): string => t(`kinds.guard_${one}`);
export const fieldTypeWords = (one: Field['type']): string => t(`kinds.field_${one}`);
export const countedWords = (one: Kind['type']): string => t(`kinds.counted_${one}`);
export const visitWhenWords = (one: VisitRule['when'][number]): string => t(`kinds.when_${one}`);

/** Values as choices of a select. */
export function options<Value extends string>(values: readonly Value[], words: (value: Value) => string) {
  return values.map((value) => ({ value, label: words(value) }));
}

export const fieldTypes: readonly Field['type'][] = ['text', 'long_text', 'choice', 'yes_no', 'number', 'date'];
export const counted: readonly Kind['type'][] = [
  'consultation',
  'complaint',
  'suggestion',
  'request',
  'repair',
  'help',
  'task',
  'dispute',
  'compliment',
];
export const stageClasses: readonly StageClass[] = [
  'new',
  'active',
  'waiting_customer',
  'waiting_other',
  'resolved',
  'closed',
  'cancelled',
];
export const moments: readonly Moment[] = [
  'opened',
  'accepted',
  'answered',
  'apologised',
  'investigated',
  'dispatched',
  'arranged',
  'resolved',
  'told',
  'closed',
  'approved',
  'major',
  'grave',
];
export const guards: readonly Guard[] = [
  'no_open_work_order',
  'customer_told',
  'visits_ended',
  'outcome_given',
  'apology_made',
  'explanation_given',
  'answer_given',
  'real_cause_known',
  'facts_established',
  'customer_view_known',
  'ruling_given',
  'dispute_ended',
  'agreement_checked',
  'department_answered',
  'plan_realised',
  'compliment_passed_on',
];

/** A key that no other has: `field_3`. */
export function freshKey(prefix: string, taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n += 1) if (!taken.includes(`${prefix}_${n}`)) return `${prefix}_${n}`;
}

export const noWords = { en: '', 'zh-hans': '', 'zh-hant': '' };

const pictures: Readonly<Record<string, PlainKey>> = {
  'info-circle': 'kinds.picture_info_circle',
  'message-exclamation': 'kinds.picture_message_exclamation',
  droplet: 'kinds.picture_droplet',
  tool: 'kinds.picture_tool',
  building: 'kinds.picture_building',
  'shield-exclamation': 'kinds.picture_shield_exclamation',
  urgent: 'kinds.picture_urgent',
  lifebuoy: 'kinds.picture_lifebuoy',
  'clipboard-list': 'kinds.picture_clipboard_list',
  bulb: 'kinds.picture_bulb',
  checklist: 'kinds.picture_checklist',
  scale: 'kinds.picture_scale',
  heart: 'kinds.picture_heart',
  hammer: 'kinds.picture_hammer',
};

/** What a picture shows; one of a pack's own that is not drawn here says its name. */
export function pictureWords(icon: string): string {
  const key = pictures[icon];
  return key ? t(key) : icon;
}
