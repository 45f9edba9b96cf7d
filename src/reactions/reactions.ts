import type { Effects } from '../commitment/fire.ts';
import type { Reaction } from '../platform/context.ts';
import { POKE_PERSON, pokePerson } from '../platform/jobs/poke-person.ts';
import type { Tasks } from '../platform/jobs/task.ts';
import { WAKE } from '../reminder/commands/snooze-ticket.ts';
import { GO_ON, goOnAtLimit, goOnLater } from './go-on-at-limit.ts';
import { LOOK, LOOK_SOON, lookForGaps, watchRotas } from '../rota/commands/look-for-gaps.ts';
import { beginDay } from './attendance.ts';
import { OWE_DIARIES } from '../diary/commands/owe-diaries.ts';
import { followRungs } from './rungs.ts';
import { TELL_MILESTONE, tellMilestone } from '../milestone/commands/tell-milestone.ts';
import { TELL_BILLS, tellBills } from '../charge/commands/notices.ts';
import { GO_ON_OUTREACH, goOnWithOutreach } from '../outreach/commands/go-on.ts';
import {
  CHASE_RECEIPTS,
  chaseReceipts,
  DELIVER_RECEIPTS,
  deliverReceipts,
} from '../receipt/commands/deliver-receipts.ts';
import { tellDelays } from './tell-milestones.ts';
import { wakeAtMoment } from './tell-watchers.ts';
import { announceToWebhooks } from '../webhook/commands/announce.ts';
import { WITHIN } from './within.ts';

/** What follows from an event in the same transaction; `record` bounds how deep reactions follow reactions. */
export const react: Reaction = async (context, event) => {
  for (const follow of WITHIN[event.type] ?? []) await follow(context, event);
  await announceToWebhooks(context, event);
};

/** What follows when clocks fire. */
export const effects: Effects = {
  onRungs: async (context, climbs) => {
    await followRungs(context, climbs);
    await tellDelays(context, climbs);
  },
  onPauseEnded: goOnAtLimit,
};

/** What follows later, from the outbox. */
export const tasks: Tasks = {
  [POKE_PERSON]: pokePerson,
  [GO_ON]: goOnLater,
  [WAKE]: wakeAtMoment,
  [TELL_MILESTONE]: tellMilestone,
  [TELL_BILLS]: tellBills,
  [GO_ON_OUTREACH]: goOnWithOutreach,
  [LOOK]: watchRotas,
  [OWE_DIARIES]: beginDay,
  [LOOK_SOON]: lookForGaps,
  [DELIVER_RECEIPTS]: deliverReceipts,
  [CHASE_RECEIPTS]: chaseReceipts,
};
