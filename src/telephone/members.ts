import type { Epoch } from '../kernel/time.ts';
import type { PauseReason } from './agent-state.ts';
import { PAUSE_REASONS } from './agent-state.ts';
import type { Packet } from '../platform/telephone/ami-lines.ts';
import { valueOf } from '../platform/telephone/ami-lines.ts';
import { momentOf } from './note-ami.ts';

/** Whether a phone takes calls of a queue, as last told. */
type Member = { paused: boolean; reason: PauseReason | null; at: Epoch };

/** By endpoint and queue. */
export type Members = Map<string, Map<string, Member>>;

export type AgentState = { state: 'ready' | 'paused'; reason: PauseReason | null; at: Epoch };

const EVENTS = new Set(['QueueMember', 'QueueMemberAdded', 'QueueMemberPause', 'QueueMemberRemoved']);

/** Notes who takes calls; answers whose that is, where it says so at all. */
export function noteMember(members: Members, event: Packet, now: Epoch): string | null {
  const name = valueOf(event, 'Event') ?? '';
  const endpoint = valueOf(event, 'StateInterface') ?? valueOf(event, 'Interface') ?? valueOf(event, 'Location');
  const queue = valueOf(event, 'Queue');
  if (!EVENTS.has(name) || endpoint === undefined || queue === undefined) return null;
  const queues = members.get(endpoint) ?? new Map<string, Member>();
  members.set(endpoint, queues);
  if (name === 'QueueMemberRemoved') queues.delete(queue);
  else {
    const paused = valueOf(event, 'Paused') === '1';
    queues.set(queue, {
      paused,
      reason: paused ? reasonOf(valueOf(event, 'PausedReason')) : null,
      at: name === 'QueueMember' ? now : (momentOf(event) ?? now),
    });
  }
  return endpoint;
}

/** Who is paused in every queue takes no calls; who stands in none is not at the telephone: null. */
export function stateOf(members: Members, endpoint: string): AgentState | null {
  const all = [...(members.get(endpoint)?.values() ?? [])];
  if (all.length === 0) return null;
  const at = Math.max(...all.map((one) => one.at));
  const ready = all.some(({ paused }) => !paused);
  return { state: ready ? 'ready' : 'paused', reason: ready ? null : (all[0]?.reason ?? null), at };
}

/** `Auto-Pause` is the exchange's own word for a phone that was let ring. */
function reasonOf(said: string | undefined): PauseReason {
  if (said === 'Auto-Pause') return 'no_answer';
  return PAUSE_REASONS.find((one) => one === said) ?? (said === 'lunch' ? 'meal' : 'other');
}
