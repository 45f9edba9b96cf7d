import { ApiError, api } from '../server/api.ts';
import type { Session } from '../server/contract.ts';
import { forgetReads, keepRead, readAtHand, recallRead } from '../offline/kept-reads.ts';
import { recallText, remember } from '../ui/memory.ts';
import { deviceNow } from '../ui/time.ts';

type Heard = { session: Session; heardAt: number };

const KEY = 'session';
const OWED = 'sign_out_owed';

/** Who sits here, as the server says; where it cannot be reached, who sat here last in this shift. Null: nobody. */
export async function askWhoSitsHere(): Promise<Heard | null> {
  if (recallText(OWED) !== null && (await endSession()) === null) return null;
  const before = await recallRead<Heard | null>(KEY);
  const heard = await readAtHand(KEY, ask, () => {});
  // what was read by one is not shown to another
  if (before?.answer && before.answer.session.person.id !== heard?.session.person.id) {
    await forgetReads();
    if (heard) await keepRead(KEY, heard);
  }
  return heard;
}

async function ask(): Promise<Heard | null> {
  const session = await api.get<Session>('session').catch((problem: unknown) => {
    if (problem instanceof ApiError && (problem.status === 401 || problem.code === 'organisation.none_yet'))
      return null;
    throw problem;
  });
  return session && { session, heardAt: deviceNow() };
}

/** Where else to go to sign out, at whoever vouched for the person. */
type Left = { elsewhere: string | null };

/** Signs out: now, or as soon as the server can be reached (null). Until then whoever opens this page is nobody. */
export async function leave(): Promise<Left | null> {
  remember(OWED, '1');
  await forgetReads();
  return endSession();
}

/** Somebody has just signed in: what was left of the session before is gone with its cookie. */
export function oweNoSignOut(): void {
  remember(OWED, undefined);
}

async function endSession(): Promise<Left | null> {
  let left: Left = { elsewhere: null };
  try {
    left = await api.post<Left>('sign-out');
  } catch (problem) {
    if (!(problem instanceof ApiError) || problem.status === 0 || problem.status >= 500) return null;
  }
  oweNoSignOut();
  return left;
}
