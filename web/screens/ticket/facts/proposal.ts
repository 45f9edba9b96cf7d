import {
  IconAlertTriangle,
  IconBulb,
  IconCalendarCheck,
  IconCircleCheck,
  IconCircleX,
  IconSend,
  IconRosetteDiscountCheck,
} from '@tabler/icons-react';
import { said, t } from '../../../words/words.ts';
import type { Entry, Reader, Tellings } from './entry.ts';
import { departmentOf, personOf } from './entry.ts';

const foundIn = (data: Entry['data'], { ticket }: Reader) =>
  ticket.approvals.find((one) => one.key === data['approval']);

const approvalOf = (data: Entry['data'], reader: Reader): string => {
  const found = foundIn(data, reader);
  return found ? said(found.name) : String(data['approval']);
};

/** In the words of a decision, or of a signature. */
const given = (data: Entry['data'], reader: Reader, words: { decided: ApprovalWords; signed: ApprovalWords }): string =>
  t(foundIn(data, reader)?.signature ? words.signed : words.decided, { what: approvalOf(data, reader) });

type ApprovalWords = 'event.approved' | 'event.approval_refused' | 'event.signed' | 'event.not_signed';

/** Approvals, and the course of a suggestion through its department. */
export const proposalTellings: Tellings = {
  'ticket.approval_asked': { fold: 'course', icon: IconRosetteDiscountCheck, what: () => t('event.approval_asked') },
  'ticket.approved': {
    fold: 'course',
    icon: IconCircleCheck,
    tone: 'run',
    what: (data, reader) => given(data, reader, { decided: 'event.approved', signed: 'event.signed' }),
  },
  'ticket.approval_refused': {
    fold: 'course',
    icon: IconCircleX,
    tone: 'soon',
    what: (data, reader) => given(data, reader, { decided: 'event.approval_refused', signed: 'event.not_signed' }),
  },
  'ticket.approval_told': {
    fold: 'hands',
    icon: IconSend,
    what: (data, reader) =>
      t('event.approval_told', { what: approvalOf(data, reader), name: personOf(data['person'], reader) }),
  },
  'ticket.line_failed': {
    fold: 'work',
    icon: IconAlertTriangle,
    tone: 'soon',
    what: (data, { ticket }) => {
      const field = ticket.fields.find((one) => one.key === data['field']);
      return t('event.line_failed', { what: field ? said(field.name) : String(data['field']) });
    },
  },
  'ticket.proposal_passed': {
    fold: 'hands',
    icon: IconSend,
    what: (data, reader) => t('event.proposal_passed', { department: departmentOf(data['department'], reader) }),
  },
  'ticket.proposal_answered': { fold: 'hands', icon: IconBulb, what: () => t('event.proposal_answered') },
  'ticket.proposal_planned': {
    fold: 'work',
    icon: IconCalendarCheck,
    what: (data, reader) => t('event.proposal_planned', { name: personOf(data['person'], reader) }),
  },
  'ticket.compliment_passed_on': {
    fold: 'course',
    icon: IconSend,
    tone: 'run',
    what: () => t('event.compliment_passed_on'),
  },
  'ticket.proposal_realised': {
    fold: 'work',
    icon: IconCircleCheck,
    tone: 'run',
    what: () => t('event.proposal_realised'),
  },
};
