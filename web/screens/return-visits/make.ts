import { useState } from 'react';
import { DISSATISFIED } from '../../../src/ticket/ticket.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { FieldValues } from '../../matter/field-inputs.tsx';
import { filled } from '../../matter/field-inputs.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { VisitPage } from './visits.ts';
import { changedBy, whomOf } from './visits.ts';

export type Demand = { id: string; kind: string; title: string; need: string; fields: FieldValues };

export type Answers = {
  channel: string;
  reachedWhom: string;
  /** `1` to `5`, `none` for who would not say; empty while nobody has been asked. */
  satisfaction: string;
  opinion: string;
  criticism: string;
  adoptedProposals: string;
  demands: Demand[];
  hasFault: boolean;
  faultFindings: string;
  faultDepartmentId: string;
  faultNow: boolean;
  hasReply: boolean;
  replyWords: string;
  replyDueAt: string | null;
};

export function newDemand(): Demand {
  return { id: newId<'ticket'>(nowMs()), kind: '', title: '', need: '', fields: {} };
}

/** An answer of this or less opens the matter again. */
export function isDissatisfied({ satisfaction }: Answers): boolean {
  return /^[1-5]$/.test(satisfaction) && Number(satisfaction) <= DISSATISFIED;
}

/** What the customer says at a visit: half-typed it survives a dropped call, a reload and a change of desk. */
export function useMake(visit: VisitPage): DraftForm<Answers> {
  const [initial] = useState<Answers>(() => ({
    channel: 'phone',
    reachedWhom: whomOf(visit),
    satisfaction: '',
    opinion: '',
    criticism: '',
    adoptedProposals: '',
    demands: [],
    hasFault: false,
    faultFindings: '',
    faultDepartmentId: '',
    faultNow: true,
    hasReply: false,
    replyWords: '',
    replyDueAt: null,
  }));
  return useDraftForm<Answers>({
    subject: `return_visit/${visit.id}/make`,
    initial,
    check: problemsOf,
    send: (values, options) =>
      api.post(`return-visits/${visit.id}/make`, { ...bodyOf(values), version: visit.version }, options),
    changes: () => changedBy(visit),
    done: () => say(t('return_visits.recorded')),
  });
}

function problemsOf(values: Answers): Record<string, string | null> {
  const { hasFault, hasReply, demands } = values;
  return {
    reachedWhom: values.reachedWhom.trim() ? null : t('return_visits.whom_needed'),
    satisfaction: values.satisfaction ? null : t('return_visits.choose_satisfaction'),
    faultFindings: hasFault && !values.faultFindings.trim() ? t('return_visits.findings_needed') : null,
    replyWords:
      hasReply && !(values.replyWords.trim() && values.replyDueAt) ? t('return_visits.reply_incomplete') : null,
    ...Object.fromEntries(
      demands.map(({ kind, title }, at) => [
        `demands.${at}.title`,
        kind && title.trim() ? null : t('return_visits.demand_incomplete'),
      ]),
    ),
  };
}

function bodyOf(values: Answers): Record<string, unknown> {
  const { channel, reachedWhom, satisfaction, opinion, criticism, adoptedProposals } = values;
  return {
    channel,
    reachedWhom: reachedWhom.trim(),
    satisfaction: satisfaction === 'none' ? null : Number(satisfaction),
    opinion,
    criticism,
    adoptedProposals,
    demands: values.demands.map(({ fields, ...demand }) => ({ ...demand, fields: filled(fields) })),
    ...(values.hasFault ? { fault: faultOf(values) } : {}),
    ...(values.hasReply ? { bookedReply: { words: values.replyWords.trim(), dueAt: values.replyDueAt } } : {}),
  };
}

function faultOf({ faultFindings, faultDepartmentId, faultNow }: Answers): Record<string, unknown> {
  return {
    findings: faultFindings.trim(),
    issueNow: faultNow,
    ...(faultDepartmentId ? { departmentId: faultDepartmentId } : {}),
  };
}
