import type { Id } from '../../kernel/id.ts';
import type { Clock } from '../../kernel/time.ts';
import { plus } from '../../kernel/time.ts';
import { system } from '../../organisation/can.ts';
import type { Context, Organisation, Reaction, Signals } from '../../platform/context.ts';
import { noSignals } from '../../platform/context.ts';
import type { Database } from '../../platform/db.ts';
import { GRACE } from './chat.ts';
import { agentGone } from './commands/agent-state.ts';
import { noteSeen } from './commands/note-seen.ts';

/** Three looks within the grace: one that is lost makes nobody gone. */
const EVERY = GRACE / 3;

export type KeeperParts = {
  database: Database;
  clock: Clock;
  react: Reaction;
  organisations(): Promise<Organisation[]>;
  announce(organisation: Organisation, signals: Signals): void;
  /** Whose screens are connected to this node, by organisation. */
  people(): Map<string, Set<string>>;
  log(line: string): void;
};

/** Notes whose screens are connected, and gives back the chats of whoever has none on any node for longer than the grace. */
export function startChatKeeper(parts: KeeperParts): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    working = working.then(() => keepChats(parts)).catch((fault: Error) => parts.log(`Chats wait: ${fault.message}`));
  }, EVERY).unref();
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}

export async function keepChats(parts: KeeperParts): Promise<void> {
  const people = parts.people();
  for (const organisation of await parts.organisations()) {
    const here = [...(people.get(organisation.schema) ?? [])] as Id<'person'>[];
    const now = parts.clock.now();
    const { seen, gone } = await parts.database.read(organisation.schema, async (tx) => {
      const agents = await tx.selectFrom('chat_agent').select(['person_id', 'reason', 'seen_at']).execute();
      return {
        seen: agents.filter(({ person_id }) => here.includes(person_id)),
        gone: agents.filter(
          ({ person_id, reason, seen_at }) =>
            !here.includes(person_id) && reason !== 'gone' && seen_at < plus(now, -GRACE),
        ),
      };
    });
    if (seen.length > 0)
      await transact(parts, organisation, (context) =>
        noteSeen(
          context,
          seen.map(({ person_id }) => person_id),
        ),
      );
    for (const { person_id } of gone) await transact(parts, organisation, (context) => agentGone(context, person_id));
  }
}

async function transact(
  { database, clock, react, announce }: KeeperParts,
  organisation: Organisation,
  work: (context: Context) => Promise<void>,
): Promise<void> {
  const signals = noSignals();
  await database.transact(organisation.schema, (tx) =>
    work({ tx, now: clock.now(), actor: system, organisation, signals, react, depth: 0 }),
  );
  announce(organisation, signals);
}
