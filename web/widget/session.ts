import { newId } from '../server/ids.ts';
import { deviceNow } from '../ui/time.ts';
import type { ChatApi, Door, Line, Told } from './api.ts';
import { Refused } from './api.ts';
import type { Kept } from './kept.ts';
import { keeper, newSecret } from './kept.ts';
import { pause, wake } from './pause.ts';
import { solve } from './work.ts';

export type Shown = {
  door: Door | null;
  told: Omit<Told, 'lines'> | null;
  lines: readonly Line[];
  /** Written here and not yet known to have arrived. */
  pending: readonly { id: string; text: string }[];
  /** No answer from the server just now. */
  lost: boolean;
  /** Code of what was refused last. */
  refused: string | null;
};

/** What one visitor's chat is at a moment: what is shown, what the browser keeps of it, what is under way. */
type Chat = {
  api: ChatApi;
  language: string;
  store: ReturnType<typeof keeper>;
  changed: () => void;
  kept: Kept | null;
  shown: Shown;
  listening: AbortController | null;
  sending: boolean;
  typedAt: number;
};

export type Session = ReturnType<typeof chatSession>;

const TYPING_EVERY = 3_000;
/** A connection that stood for so long was a good one. */
const STOOD = 10_000;

/** One visitor's chat: whatever he writes is kept here until the server has it, and told again until it is. */
export function chatSession(api: ChatApi, name: string, language: string, changed: () => void) {
  const store = keeper(name);
  const kept = store.read();
  const shown: Shown = { door: null, told: null, lines: [], pending: kept?.pending ?? [], lost: false, refused: null };
  const chat: Chat = { api, language, store, changed, kept, shown, listening: null, sending: false, typedAt: 0 };
  const secret = (): string => chat.kept?.secret ?? '';
  return {
    shown,
    async open(): Promise<void> {
      window.addEventListener('online', wake);
      void listen(chat);
      void flush(chat);
      show(chat, { door: await api.door().catch(() => null) });
    },
    say: (text: string, who = { name: '', contact: '' }) => say(chat, text, who),
    sendFile: (file: File) => acting(chat, () => api.sendFile(secret(), newId(deviceNow()), file)),
    typing(): void {
      if (!chat.kept?.began || deviceNow() - chat.typedAt < TYPING_EVERY) return;
      chat.typedAt = deviceNow();
      api.typing(secret()).catch(() => {});
    },
    end: () => acting(chat, () => api.end(secret())),
    rate: (rating: number, words: string) => acting(chat, () => api.rate(secret(), { rating, words })),
    fileOf: (id: string) => api.readFile(secret(), id),
    again: () => beginAnother(chat),
  };
}

function keep(chat: Chat, next: Kept | null): void {
  chat.kept = next;
  chat.store.write(next);
  show(chat, { pending: next?.pending ?? [] });
}

function show(chat: Chat, change: Partial<Shown>): void {
  Object.assign(chat.shown, change);
  chat.changed();
}

function without({ kept }: Chat, arrived: ReadonlySet<string>): Kept {
  return { ...kept!, pending: kept!.pending.filter(({ id }) => !arrived.has(id)) };
}

function hear(chat: Chat, { lines, ...told }: Told): void {
  const all = new Map([...chat.shown.lines, ...lines].map((line) => [line.no, line]));
  const there = new Set<string>(lines.map(({ id }) => id));
  show(chat, { told, lines: [...all.values()].sort((one, other) => one.no - other.no), lost: false });
  if (chat.kept?.pending.some(({ id }) => there.has(id))) keep(chat, without(chat, there));
}

/** Hears until the chat is left, and again after every break from the line it has. */
async function listen(chat: Chat): Promise<void> {
  if (chat.listening || !chat.kept?.began) return;
  const { signal } = (chat.listening = new AbortController());
  for (let tries = 0; !signal.aborted; tries += 1) {
    const at = deviceNow();
    try {
      await chat.api.listen(chat.kept.secret, chat.shown.lines.at(-1)?.no ?? 0, (told) => hear(chat, told), signal);
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401) return forget(chat);
    }
    if (signal.aborted) return;
    show(chat, { lost: true });
    if (deviceNow() - at > STOOD) tries = 0;
    await pause(tries);
  }
}

/** Sends what is pending in its order; what got no answer is sent again under its id, so that nothing is lost or doubled. */
async function flush(chat: Chat): Promise<void> {
  if (chat.sending) return;
  chat.sending = true;
  for (let tries = 0; chat.kept && chat.kept.pending.length > 0;) {
    const first = chat.kept.pending[0]!;
    const problem = await sent(chat, first).catch((fault: unknown) => fault);
    if (problem === null) {
      tries = 0;
      keep(chat, { ...without(chat, new Set([first.id])), began: true });
      void listen(chat);
    } else if (isFinal(problem)) {
      keep(chat, without(chat, new Set([first.id])));
      show(chat, { refused: problem.code });
    } else {
      show(chat, problem instanceof Refused ? { refused: problem.code } : { lost: true });
      await pause((tries += 1));
    }
  }
  chat.sending = false;
}

/** Too fast, or a challenge that ran out, is tried again; what else was refused stays refused. */
function isFinal(problem: unknown): problem is Refused {
  return problem instanceof Refused && problem.status !== 429 && problem.code !== 'chat.work_not_done';
}

async function sent({ api, kept, language }: Chat, { id, text }: { id: string; text: string }): Promise<null> {
  const { secret, former, name, contact, began } = kept!;
  if (began) {
    await api.write(secret, { messageId: id, text });
    return null;
  }
  const { work } = await api.door();
  const solved = { token: work.token, number: await solve(work, id) };
  await api.begin({
    secret,
    ...(former ? { former } : {}),
    messageId: id,
    text,
    name,
    contact,
    language,
    work: solved,
  });
  return null;
}

function say(chat: Chat, text: string, who: { name: string; contact: string }): void {
  const { kept, language } = chat;
  const known: Kept = kept ?? { secret: newSecret(), language, ...who, began: false, pending: [] };
  const base = known.began || known.pending.length > 0 ? known : { ...known, ...who };
  keep(chat, { ...base, pending: [...base.pending, { id: newId(deviceNow()), text }] });
  show(chat, { refused: null });
  void flush(chat);
}

async function acting(chat: Chat, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
    show(chat, { refused: null });
  } catch (problem) {
    show(chat, { refused: problem instanceof Refused ? problem.code : 'fault' });
  }
}

function forget(chat: Chat): void {
  chat.listening?.abort();
  chat.listening = null;
  keep(chat, null);
  show(chat, { told: null, lines: [], lost: false });
}

/** Another chat; who spoke with him is asked first. */
function beginAnother(chat: Chat): void {
  const former = chat.kept?.secret;
  forget(chat);
  if (former)
    keep(chat, {
      secret: newSecret(),
      former,
      language: chat.language,
      name: '',
      contact: '',
      began: false,
      pending: [],
    });
}
