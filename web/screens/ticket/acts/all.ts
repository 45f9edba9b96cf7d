import {
  IconAlarm,
  IconArrowUpRight,
  IconBan,
  IconBellRinging,
  IconCircleCheck,
  IconGavel,
  IconHourglass,
  IconLockCheck,
  IconPencil,
  IconPhoneOutgoing,
  IconRotate,
  IconScale,
  IconSwitchHorizontal,
  IconTool,
  IconUserShare,
} from '@tabler/icons-react';
import { t } from '../../../words/words.ts';
import type { Act } from './act.ts';
import { can, canIf, ended } from './act.ts';
import { formOf } from './form-of.ts';

const Edit = formOf(() => import('./edit.tsx'), 'Edit');
const Cancel = formOf(() => import('./end.tsx'), 'Cancel');
const Close = formOf(() => import('./end.tsx'), 'Close');
const Reopen = formOf(() => import('./end.tsx'), 'Reopen');
const HandOver = formOf(() => import('./hand-over.tsx'), 'HandOver');
const HandOut = formOf(() => import('./parts.tsx'), 'HandOut');
const HandUp = formOf(() => import('./hand-over.tsx'), 'HandUp');
const PromiseReply = formOf(() => import('./promise.tsx'), 'PromiseReply');
const Reclassify = formOf(() => import('./reclassify.tsx'), 'Reclassify');
const ReviewDeclined = formOf(() => import('./review-declined.tsx'), 'ReviewDeclined');
const Resolve = formOf(() => import('./resolve.tsx'), 'Resolve');
const AskRuling = formOf(() => import('./ruling.tsx'), 'AskRuling');
const GiveRuling = formOf(() => import('./ruling.tsx'), 'GiveRuling');
const SendWork = formOf(() => import('./send-work.tsx'), 'SendWork');
const Tell = formOf(() => import('./tell.tsx'), 'Tell');
const Urge = formOf(() => import('./urge.tsx'), 'Urge');
const Wait = formOf(() => import('./waiting.tsx'), 'Wait');

/** Settling it, telling the customer, closing it. */
function settlingActs(): Act[] {
  return [
    {
      key: 'resolve',
      label: t('ticket.resolve'),
      icon: IconCircleCheck,
      hotkey: 'e',
      why: canIf('resolve', (one) => one.stage.class !== 'resolved' && !ended.has(one.stage.class)),
      form: Resolve,
    },
    {
      key: 'tell',
      label: t('ticket.tell'),
      icon: IconPhoneOutgoing,
      hotkey: 't',
      why: canIf('tell', (one) => !ended.has(one.stage.class) && one.toldAt === null),
      form: Tell,
    },
    {
      key: 'close',
      label: t('ticket.close'),
      icon: IconLockCheck,
      hotkey: 'c',
      why: canIf('close', (one) => !ended.has(one.stage.class)),
      form: Close,
    },
  ];
}

/** What else may become of it: opened again, waiting, cancelled, and whether it was rightly declined. */
function otherActs(): Act[] {
  return [
    {
      key: 'reopen',
      label: t('ticket.reopen'),
      icon: IconRotate,
      hotkey: 'b',
      why: canIf('reopen', (one) => one.stage.class === 'resolved' || ended.has(one.stage.class)),
      form: Reopen,
    },
    {
      key: 'wait',
      label: t('ticket.wait'),
      icon: IconHourglass,
      hotkey: 'w',
      why: canIf(
        'wait',
        (one) => one.pauses.length > 0 && !one.stage.class.startsWith('waiting') && !ended.has(one.stage.class),
      ),
      form: Wait,
    },
    {
      key: 'cancel',
      label: t('ticket.cancel'),
      icon: IconBan,
      hotkey: 'x',
      why: canIf('cancel', (one) => !ended.has(one.stage.class)),
      form: Cancel,
    },
    {
      key: 'review_declined',
      label: t('declined.review'),
      icon: IconScale,
      why: canIf('review_declined', (one) => one.declined.at(-1)?.state === 'open'),
      form: ReviewDeclined,
    },
  ];
}

/** Steps to the end of a matter, in their order. */
export function courseActs(): Act[] {
  return [...settlingActs(), ...otherActs()];
}

export function handActs(): Act[] {
  return [
    {
      key: 'offer',
      label: t('ticket.offer'),
      icon: IconUserShare,
      hotkey: 'a',
      why: (one) => (one.can['offer'] === null ? null : one.can['assign'] === null ? null : one.can['offer']),
      form: HandOver,
    },
    {
      key: 'hand_up',
      label: t('ticket.hand_up'),
      icon: IconArrowUpRight,
      hotkey: 'u',
      why: can('offer'),
      form: HandUp,
    },
    { key: 'urge', label: t('ticket.urge'), icon: IconBellRinging, hotkey: 'h', why: can('urge'), form: Urge },
  ];
}

export function workActs(): Act[] {
  return [
    { key: 'send', label: t('ticket.send'), icon: IconTool, hotkey: 'o', why: can('issue_work_order'), form: SendWork },
    {
      key: 'parts',
      label: t('formalities.parts_hand_out'),
      icon: IconTool,
      why: canIf('issue_parts', (one) => one.can['issue_parts']?.code !== 'ticket.has_no_parts'),
      form: HandOut,
    },
    {
      key: 'promise',
      label: t('ticket.promise'),
      icon: IconAlarm,
      hotkey: 'p',
      why: can('promise'),
      form: PromiseReply,
    },
  ];
}

export function rulingActs(): Act[] {
  return [
    {
      key: 'ask_ruling',
      label: t('ticket.ask_ruling'),
      icon: IconScale,
      hotkey: 'q',
      why: can('ask_ruling'),
      form: AskRuling,
    },
    {
      key: 'rule',
      label: t('ticket.rule'),
      icon: IconGavel,
      hotkey: 'd',
      why: canIf('rule', (one) => one.rulings.some((ruling) => ruling.decision === null)),
      form: GiveRuling,
    },
  ];
}

export function knownActs(): Act[] {
  return [
    { key: 'edit', label: t('ticket.edit'), icon: IconPencil, hotkey: 'f', why: can('change'), form: Edit },
    {
      key: 'reclassify',
      label: t('ticket.reclassify'),
      icon: IconSwitchHorizontal,
      hotkey: 'k',
      why: can('reclassify'),
      form: Reclassify,
    },
  ];
}
