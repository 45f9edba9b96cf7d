import type { BodyLine, MatterLine } from '../../../src/liaison/view.ts';
import type { DocumentLine } from '../../../src/document/view.ts';
import type { MeetingDue, MeetingItemView, MeetingLine } from '../../../src/meeting/view.ts';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { MarkTone } from '../../ui/state-mark.tsx';

export function meetingState({ state, notHeld }: Pick<MeetingLine, 'state' | 'notHeld'>): string {
  return notHeld ? t('papers.meeting_not_held') : t(`papers.meeting_${state}`);
}

export const meetingTone = ({ state, notHeld }: Pick<MeetingLine, 'state' | 'notHeld'>): MarkTone => {
  if (notHeld) return 'late';
  return state === 'closed' ? 'run' : state === 'held' ? 'wait' : 'plain';
};

export const dueState = ({ state }: Pick<MeetingDue, 'state'>): string => t(`papers.due_${state}`);

export function itemState({ doneAt, late }: Pick<MeetingItemView, 'doneAt' | 'late'>): string {
  if (doneAt) return late ? t('papers.item_done_late') : t('papers.item_done');
  return late ? t('papers.item_late') : t('papers.item_open');
}

export const itemTone = ({ doneAt, late }: Pick<MeetingItemView, 'doneAt' | 'late'>): MarkTone =>
  late ? 'late' : doneAt ? 'run' : 'plain';

/** How a document stands; lent says who has it. */
export function documentState({ state, lentTo, late }: Pick<DocumentLine, 'state' | 'lentTo' | 'late'>): string {
  const stands = lentTo ? t('papers.document_lent', { name: lentTo.name }) : t(`papers.document_${state}`);
  return late ? t('papers.and_late', { state: stands }) : stands;
}

export const documentTone = ({ state, late }: Pick<DocumentLine, 'state' | 'late'>): MarkTone => {
  if (late) return 'late';
  if (state === 'filed' || state === 'approved') return 'run';
  return state === 'open' || state === 'in_review' || state === 'sent_back' ? 'wait' : 'plain';
};

export function matterState({ closedAt, late, nextBy }: MatterLine): string {
  if (closedAt) return t('papers.matter_closed');
  return t(late ? 'papers.matter_late' : 'papers.matter_next', { when: absolute(nextBy!) });
}

export const matterTone = ({ closedAt, late }: MatterLine): MarkTone => (closedAt ? 'run' : late ? 'late' : 'plain');

export function openWords({ openMatters, nextBy }: BodyLine): string {
  if (openMatters === 0) return t('papers.none_open');
  return t('papers.some_open', { count: openMatters, when: absolute(nextBy!) });
}
