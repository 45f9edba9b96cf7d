import type { z } from 'zod';
import type { doorOut, lineOut, visitorOut } from '../../src/channel/chat/view.ts';

export type Door = z.output<typeof doorOut>;
export type Line = z.output<typeof lineOut>;
export type Told = z.output<typeof visitorOut>;

/** The server gave a final answer, and it was no. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}

const HEADER = 'x-huiyin-chat';
/** Comments come every twenty seconds: after twice that and a bit nobody is there any more. */
const SILENT_FOR = 45_000;

export type ChatApi = ReturnType<typeof chatApi>;

/** What a chat asks the server; `base` is where that stands: `https://service.example/o/hill/`. */
export function chatApi(base: string, centre: string | null) {
  const of = centre === null ? '' : `?centre=${encodeURIComponent(centre)}`;
  const ask = async (path: string, secret: string | null, body?: unknown): Promise<Response> => {
    const response = await fetch(`${base}api/public/chat${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(secret === null ? {} : { [HEADER]: secret }),
        ...(body === undefined || body instanceof Blob ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
    });
    if (response.ok) return response;
    if (response.status >= 500) throw new Error(`${response.status}`);
    const { code = 'fault' } = (await response.json().catch(() => ({}))) as { code?: string };
    throw new Refused(code, response.status);
  };
  return {
    door: async () => (await (await ask(of, null)).json()) as Door,
    begin: (body: object) => ask(of, null, body),
    write: (secret: string, line: object) => ask('/lines', secret, line),
    typing: (secret: string) => ask('/typing', secret, {}),
    end: (secret: string) => ask('/end', secret, {}),
    rate: (secret: string, rating: object) => ask('/rating', secret, rating),
    sendFile: (secret: string, messageId: string, file: File) =>
      ask(`/files?messageId=${messageId}&name=${encodeURIComponent(file.name)}`, secret, file),
    readFile: async (secret: string, id: string) => (await ask(`/files/${id}`, secret)).blob(),
    /** Tells of everything after a line, for as long as the connection stands. */
    async listen(secret: string, after: number, hear: (told: Told) => void, signal: AbortSignal): Promise<void> {
      const stop = new AbortController();
      const response = await fetch(`${base}api/public/chat/stream?after=${after}`, {
        headers: { [HEADER]: secret },
        signal: AbortSignal.any([signal, stop.signal]),
      });
      if (!response.ok || !response.body) throw new Refused('chat.not_known', response.status);
      await readEvents(response.body, hear, () => stop.abort());
    },
  };
}

async function readEvents(body: ReadableStream<Uint8Array>, hear: (told: Told) => void, silent: () => void) {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  for (;;) {
    const timer = setTimeout(silent, SILENT_FOR);
    const { value, done } = await reader.read().finally(() => clearTimeout(timer));
    if (done) return;
    text += value;
    const events = text.split('\n\n');
    text = events.pop()!;
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data: '));
      if (data) hear(JSON.parse(data.slice(6)) as Told);
    }
  }
}
