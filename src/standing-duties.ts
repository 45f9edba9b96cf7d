import { beginCurrentRecords } from './daily-record/commands/begin-records.ts';
import { beginCurrentAccounts } from './accounts/commands/begin-accounts.ts';
import { beginCurrentBudgets } from './budget/commands/begin-budgets.ts';
import { system } from './organisation/can.ts';
import type { Clock } from './kernel/time.ts';
import type { Organisation, Reaction, Signals } from './platform/context.ts';
import { noSignals } from './platform/context.ts';
import type { Database } from './platform/db.ts';
import { beginDay } from './reactions/attendance.ts';
import { resumeForgetting } from './privacy/commands/forget-by-age.ts';
import { beginCurrentSpotChecks } from './spot-check/commands/begin-spot-checks.ts';
import { watchRotas } from './rota/commands/look-for-gaps.ts';
import { beginCurrentCounts } from './custody/commands/begin-counts.ts';
import { beginCurrentMeetings } from './meeting/commands/begin-dues.ts';
import { beginCurrentChecks } from './contractor/commands/begin-checks.ts';
import { beginCurrentRounds } from './round/commands/begin-rounds.ts';
import { followMembers } from './personnel/commands/begin-assessments.ts';
import { beginCurrentDeliveries } from './charge/commands/deliveries.ts';
import { beginCurrentSurveys } from './survey/commands/begin-surveys.ts';
import { beginCurrentReview } from './token-review/commands/begin-reviews.ts';
import { beginCurrentSummaries } from './summary/commands/begin-summaries.ts';

type Parts = {
  database: Database;
  clock: Clock;
  react: Reaction;
  organisations(): Promise<Organisation[]>;
  announce(organisation: Organisation, signals: Signals): void;
  log(line: string): void;
};

/**
 * What every organisation owes by itself, week by week and month by month. Each begins the next by its own clock; this begins it where
 * an organisation is older than the duty; plans, kinds and posts of a newer pack come only when somebody takes them. Begun already, nothing changes, however many nodes start.
 */
export async function beginStandingDuties(parts: Parts): Promise<void> {
  const { database, clock, react, organisations, announce, log } = parts;
  for (const organisation of await organisations()) {
    const signals = noSignals();
    const now = clock.now();
    try {
      await database.transact(organisation.schema, async (tx) => {
        const context = { tx, now, actor: system, organisation, signals, react, depth: 0 };
        await beginCurrentSummaries(context);
        await beginCurrentBudgets(context);
        await beginCurrentAccounts(context);
        await beginCurrentRecords(context);
        await beginCurrentSpotChecks(context);
        await beginCurrentRounds(context);
        await beginCurrentChecks(context);
        await beginCurrentCounts(context);
        await beginCurrentMeetings(context);
        await beginCurrentSurveys(context);
        await beginCurrentReview(context);
        await followMembers(context);
        await beginCurrentDeliveries(context);
        await watchRotas(context);
        await beginDay(context);
        await resumeForgetting(context);
      });
      announce(organisation, signals);
    } catch (fault) {
      log(`The standing duties of ${organisation.slug} could not be begun: ${(fault as Error).message}`);
    }
  }
}
