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
import { Edit } from './edit.tsx';
import { Cancel, Close, Reopen } from './end.tsx';
import { HandOver, HandUp } from './hand-over.tsx';
import { PromiseReply } from './promise.tsx';
import { Reclassify } from './reclassify.tsx';
import { Resolve } from './resolve.tsx';
import { AskRuling, GiveRuling } from './ruling.tsx';
import { SendWork } from './send-work.tsx';
import { Tell } from './tell.tsx';
import { Urge } from './urge.tsx';
import { Wait } from './waiting.tsx';

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

/** What else may become of it: opened again, waiting, cancelled. */
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
