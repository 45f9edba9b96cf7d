import { z } from 'zod';
import type { Sealer } from '../../auth/sealing.ts';
import type { Id } from '../../kernel/id.ts';
import { MINUTE, plus, SECOND } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { storeForeign } from '../../platform/files/store-foreign.ts';
import type { Task, Tasks } from '../../platform/jobs/task.ts';
import { afterwards, record } from '../../platform/journal.ts';
import { saidBy } from '../../platform/mail/server.ts';
import type { AriRecordings } from '../../platform/telephone/ari-recordings.ts';
import { fetchStored, removeStored } from '../../platform/telephone/ari-recordings.ts';
import { storedName } from '../recording.ts';
import { ariOf } from '../servers.ts';

/** Tasks of the outbox: the recording of a call that has ended comes into the house, and leaves the exchange. */
const BRING = 'telephone.bring_recording';
const REMOVE = 'telephone.remove_recording';

/** Its file is complete a moment after the call has ended. */
const COMPLETE = 5 * SECOND;
/** After each try in vain; after the last, in all a day, it is left where it is, and the call says why. */
const WAITS = [1, 5, 15, 60, 120, 240, 480, 520].map((minutes) => minutes * MINUTE);

type Recorded = { id: Id<'phone_call'>; system_id: Id<'telephone_system'> | null; recording: string | null };

export async function bringSoon(context: Context, { id, system_id, recording }: Recorded): Promise<void> {
  if (system_id === null || recording === null) return;
  await afterwards(context, BRING, id, { call: id, tries: 0 }, plus(context.now, COMPLETE));
}

/** Of somebody who is erased, or of what is too old, wherever it still stands. */
export async function removeSoon(context: Context, { id, system_id, recording }: Recorded): Promise<void> {
  if (system_id === null || recording === null) return;
  const payload = { system: system_id, name: storedName(recording), tries: 0 };
  await afterwards(context, REMOVE, id, payload, context.now);
}

export function recordingTasks({ sealer }: { sealer: Sealer }): Tasks {
  return { [BRING]: bring(sealer), [REMOVE]: remove(sealer) };
}

const bringing = z.object({ call: z.uuid(), tries: z.number() });

function bring(sealer: Sealer): Task {
  return async (context, payload) => {
    const { call: id, tries } = bringing.parse(payload);
    const call = await context.tx
      .selectFrom('phone_call')
      .select(['id', 'system_id', 'recording', 'recording_id', 'began_at'])
      .where('id', '=', id as Id<'phone_call'>)
      .forUpdate()
      .executeTakeFirst();
    if (!call?.recording || call.system_id === null || call.recording_id !== null) return;
    const server = await serverOf(context, sealer, call.system_id);
    if (server === null) return;
    const name = storedName(call.recording);
    const got = await gotFrom(server, name);
    if ('bytes' in got) return keep(context, { ...call, recording: call.recording }, got.bytes);
    await context.tx.updateTable('phone_call').set({ recording_fault: got.fault }).where('id', '=', call.id).execute();
    const wait = WAITS[tries];
    if (wait !== undefined)
      await afterwards(context, BRING, call.id, { call: call.id, tries: tries + 1 }, plus(context.now, wait));
    context.signals.changed.set(call.id, 'phone_call');
  };
}

async function gotFrom(server: AriRecordings, name: string): Promise<{ bytes: Buffer } | { fault: string }> {
  try {
    const bytes = await fetchStored(server, name);
    return bytes === null || bytes.length === 0 ? { fault: 'unknown' } : { bytes };
  } catch (fault) {
    return { fault: saidBy(fault) };
  }
}

async function keep(
  context: Context,
  call: Recorded & { recording: string; began_at: string },
  bytes: Buffer,
): Promise<void> {
  const name = `${call.began_at.slice(0, 16).replaceAll(':', '')}.wav`;
  const fileId = await storeForeign(context, { name, bytes }, { type: 'phone_call', id: call.id });
  await context.tx
    .updateTable('phone_call')
    .set({ recording_id: fileId, recording_fault: null })
    .where('id', '=', call.id)
    .execute();
  await record(context, {
    subject: { type: 'phone_call', id: call.id },
    type: 'call.recording_kept',
    data: { file: fileId },
  });
  await removeSoon(context, call);
  context.signals.changed.set(call.id, 'phone_call');
}

const removing = z.object({ system: z.uuid(), name: z.string(), tries: z.number() });

function remove(sealer: Sealer): Task {
  return async (context, payload) => {
    const { system, name, tries } = removing.parse(payload);
    const server = await serverOf(context, sealer, system as Id<'telephone_system'>);
    if (server === null) return;
    const wait = WAITS[tries];
    await removeStored(server, name).catch((fault: Error) => {
      if (wait === undefined) throw fault;
      return afterwards(context, REMOVE, system, { system, name, tries: tries + 1 }, plus(context.now, wait));
    });
  };
}

/** Where its recordings are asked for; null: it has no REST interface here, or is heard no more. */
async function serverOf(
  { tx, organisation }: Context,
  sealer: Sealer,
  id: Id<'telephone_system'>,
): Promise<AriRecordings | null> {
  const system = await tx
    .selectFrom('telephone_system')
    .select(['id', 'secret', 'ari_secret', 'settings'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return system ? ariOf(sealer, organisation, system) : null;
}
