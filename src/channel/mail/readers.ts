import type { Sealer } from '../../auth/sealing.ts';
import type { Organisation } from '../../platform/context.ts';
import { startLanes } from '../../platform/jobs/lanes.ts';
import type { Bus } from '../../platform/live/bus.ts';
import type { OpenMailbox } from '../../platform/mail/imap.ts';
import { saidBy } from '../../platform/mail/server.ts';
import { channelsOn } from '../channels.ts';
import type { Channel } from '../port.ts';
import type { ChannelSecret } from '../secret.ts';
import { keepSecret, openSecret, replyKeyOf } from '../secret.ts';
import { atServer } from './credentials.ts';
import type { ReadingParts } from './read-mailbox.ts';
import { readMailbox } from './read-mailbox.ts';
import { noteChecked } from '../state.ts';

export type ReaderParts = ReadingParts & {
  url: string;
  organisations(): Promise<Organisation[]>;
  bus: Bus;
  sealer: Sealer;
  open: OpenMailbox;
};

type Box = { id: string; asItIs: string; channel: Channel };

/**
 * Reads every mailbox of every organisation, each by one node at a time, for as long as it is on. What goes wrong is kept with the
 * mailbox and logged once.
 */
export function startMailReaders(parts: ReaderParts): { stop(): Promise<void> } {
  return startLanes<Box>({
    ...parts,
    name: 'mailbox',
    wanted: (organisation) => mailboxesOn(parts, organisation),
    hold: (organisation, { channel }, signal) => read(parts, organisation, channel, signal),
    lost: (organisation, { channel }, fault) => tell(parts, organisation, channel, saidBy(fault)),
  });
}

async function mailboxesOn({ database }: ReaderParts, { schema }: Organisation): Promise<Box[]> {
  const on = await database.read(schema, (tx) => channelsOn({ tx }));
  return on
    .filter(({ kind }) => kind === 'mail')
    .map((channel) => ({ id: channel.id, asItIs: asItIs(channel), channel }));
}

/** Whatever is read otherwise once it changes. */
function asItIs({ id, address, settings, secret }: Channel): string {
  return JSON.stringify([id, address, settings, secret]);
}

async function read(
  parts: ReaderParts,
  organisation: Organisation,
  channel: Channel,
  signal: AbortSignal,
): Promise<void> {
  const { sealer, database, clock } = parts;
  const secret = await openSecret(sealer, organisation, channel);
  const keep = (given: ChannelSecret) =>
    keepSecret(sealer, organisation, (work) => database.transact(organisation.schema, work), channel, given);
  const mailbox = await atServer({ channel, side: 'imap', secret, clock, keep }, parts.open);
  try {
    await readMailbox({ ...parts, organisation, channel, replyKey: replyKeyOf(secret), mailbox }, signal);
  } finally {
    await mailbox.close();
  }
}

/** Once for each thing that goes wrong. */
async function tell(parts: ReaderParts, organisation: Organisation, channel: Channel, fault: string): Promise<void> {
  const { database, clock, log } = parts;
  const isNews = await database
    .transact(organisation.schema, (tx) => noteChecked(tx, channel.id, clock.now(), fault))
    .catch(() => false);
  if (isNews) log(`The mailbox ${channel.address} cannot be read: ${fault}`);
}
