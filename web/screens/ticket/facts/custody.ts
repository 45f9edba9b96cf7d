import { CUSTODY_ACTS } from '../../../../src/custody/sorts.ts';
import { IconKey } from '@tabler/icons-react';
import { t } from '../../../words/words.ts';
import type { Tellings } from './entry.ts';

/** What was issued, handed out or recovered on the matter; it leads to the thing. */
export const custodyTellings: Tellings = Object.fromEntries(
  CUSTODY_ACTS.map((act) => [
    `custody.${act}`,
    {
      fold: 'work' as const,
      icon: IconKey,
      what: () => t('event.custody', { act: t(`custody.act_${act}`) }),
      leadsTo: ({ subject }) => subject,
    },
  ]),
) satisfies Tellings;
