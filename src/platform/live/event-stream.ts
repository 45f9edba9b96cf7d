import type { FastifyReply } from 'fastify';

/** A comment so often keeps proxies from closing what they think idle, and shows who has gone without a word. */
const HEARTBEAT = 20_000;
/** A browser that has so many bytes still to read does not keep up. It comes back and goes on from where it was. */
const SLOW = 64 * 1024;

/** Server-sent events to one browser. */
export type EventStream = {
  /** `id` is what it says to have last when it comes back. */
  send(id: number, data: unknown): void;
  onClose(listener: () => void): void;
  end(): void;
};

/** Answers with events from now on; Fastify leaves the connection to whoever sends them. */
export function openEventStream(reply: FastifyReply, headers: Record<string, string>): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // proxies that gather answers would keep a line for minutes
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  raw.write('retry: 1000\n\n');
  const pulse = setInterval(() => raw.write(':\n\n'), HEARTBEAT).unref();
  raw.on('error', () => raw.destroy());
  raw.on('close', () => clearInterval(pulse));
  return {
    send(id, data) {
      if (raw.writableEnded || raw.destroyed) return;
      if (raw.writableLength > SLOW) raw.destroy();
      else raw.write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    onClose: (listener) => void raw.once('close', listener),
    end: () => raw.end(),
  };
}
