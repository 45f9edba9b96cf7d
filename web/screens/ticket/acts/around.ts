import { IconAffiliate, IconArrowMerge, IconArrowsSplit, IconLink, IconSpeakerphone } from '@tabler/icons-react';
import { t } from '../../../words/words.ts';
import type { Act } from './act.ts';
import { can, canIf, ended } from './act.ts';
import { formOf } from './form-of.ts';

const AnswerIncident = formOf(() => import('./links.tsx'), 'AnswerIncident');
const JoinIncident = formOf(() => import('./links.tsx'), 'JoinIncident');
const LinkTicket = formOf(() => import('./links.tsx'), 'LinkTicket');
const Merge = formOf(() => import('./merge.tsx'), 'Merge');
const Split = formOf(() => import('./split.tsx'), 'Split');

/** What hangs together, what is one matter, and what is two. */
export function linkActs(): Act[] {
  return [
    { key: 'link', label: t('ticket.link'), icon: IconLink, hotkey: 'l', why: can('note'), form: LinkTicket },
    {
      key: 'merge',
      label: t('merging.merge'),
      icon: IconArrowMerge,
      hotkey: 'g',
      why: canIf('merge', (one) => !one.stage.class.startsWith('waiting') && !ended.has(one.stage.class)),
      form: Merge,
    },
    {
      key: 'split',
      label: t('merging.split'),
      icon: IconArrowsSplit,
      hotkey: 'z',
      why: canIf('split', (one) => !ended.has(one.stage.class)),
      form: Split,
    },
    {
      key: 'incident',
      label: t('ticket.join_incident'),
      icon: IconAffiliate,
      hotkey: 'i',
      why: canIf('change', (one) => one.incident === null && one.reports === 0),
      form: JoinIncident,
    },
    {
      key: 'answer_incident',
      label: t('ticket.answer_incident'),
      icon: IconSpeakerphone,
      hotkey: 'v',
      why: canIf('answer_incident', (one) => one.reports > 0),
      form: AnswerIncident,
    },
  ];
}
