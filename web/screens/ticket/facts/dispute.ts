import {
  IconFileCheck,
  IconFileExport,
  IconMessage2,
  IconRotate,
  IconScale,
  IconSignature,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { t } from '../../../words/words.ts';
import type { Tellings } from './entry.ts';

/** What a dispute goes through; the words stand in the dispute itself. */
export const disputeTellings: Tellings = {
  'ticket.party_added': { fold: 'course', icon: IconUserPlus, what: () => t('event.party_added') },
  'ticket.party_removed': { fold: 'course', icon: IconUserMinus, what: () => t('event.party_removed') },
  'ticket.party_stated': { fold: 'said', icon: IconMessage2, what: () => t('event.party_stated') },
  'ticket.mediated': { fold: 'said', icon: IconScale, what: () => t('event.mediated') },
  'ticket.agreed': { fold: 'course', icon: IconFileCheck, tone: 'run', what: () => t('event.agreed') },
  'ticket.referred': { fold: 'course', icon: IconFileExport, what: () => t('event.referred') },
  'ticket.party_confirmed': { fold: 'course', icon: IconSignature, what: () => t('event.party_confirmed') },
  'ticket.dispute_resumed': { fold: 'course', icon: IconRotate, tone: 'soon', what: () => t('event.dispute_resumed') },
  'ticket.agreement_checked': {
    fold: 'after',
    icon: IconFileCheck,
    tone: ({ data }) => (data['holds'] ? 'run' : 'late'),
    what: (data) => (data['holds'] ? t('event.agreement_holds') : t('event.agreement_broken')),
  },
};
