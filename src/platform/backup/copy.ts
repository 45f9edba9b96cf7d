import type pg from 'pg';

/** The parts of node-postgres' connection that COPY needs; its types leave them out. */
type Wire = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
  stream: { pause(): void; resume(): void; writableNeedDrain: boolean; once(event: 'drain', go: () => void): void };
};

type Ending = { resolve(rows: number): void; reject(fault: unknown): void };

/** What node-postgres calls on the query under way; the fate of the copy is known when the server is ready again. */
function answers({ resolve, reject }: Ending) {
  let rows = 0;
  let fault: unknown = null;
  return {
    fail(error: unknown) {
      fault ??= error;
    },
    handleError(error: unknown) {
      reject(fault ?? error);
    },
    handleCommandComplete({ text }: { text: string }) {
      rows = Number(text.split(' ').at(-1));
    },
    handleReadyForQuery() {
      if (fault) reject(fault);
      else resolve(rows);
    },
  };
}

/** Streams `copy ... to stdout` into `take`, which answers false to be waited for (`resume` goes on). Answers how many rows. */
export function copyOut(
  client: pg.Client,
  text: string,
  take: (chunk: Buffer, resume: () => void) => boolean,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const query = {
      ...answers({ resolve, reject }),
      submit: (wire: Wire) => wire.query(text),
      handleCopyData({ chunk }: { chunk: Buffer }, { stream }: Wire) {
        if (!take(chunk, () => stream.resume())) stream.pause();
      },
    };
    client.query(query as unknown as pg.Submittable);
  });
}

/** Streams chunks into `copy ... from stdin`. Answers how many rows the server took. */
export function copyIn(client: pg.Client, text: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    const ending = answers({ resolve, reject });
    let over = false;
    const query = {
      ...ending,
      submit: (wire: Wire) => wire.query(text),
      handleError(error: unknown) {
        over = true;
        ending.handleError(error);
      },
      handleCopyInResponse(wire: Wire) {
        send(wire, chunks, () => over).catch((fault: Error) => {
          ending.fail(fault);
          wire.sendCopyFail('the source failed');
        });
      },
    };
    client.query(query as unknown as pg.Submittable);
  });
}

async function send(wire: Wire, chunks: AsyncIterable<Buffer>, over: () => boolean): Promise<void> {
  for await (const chunk of chunks) {
    if (over()) return;
    wire.sendCopyFromChunk(chunk);
    if (wire.stream.writableNeedDrain) await new Promise<void>((go) => wire.stream.once('drain', go));
  }
  wire.endCopyFrom();
}
