import { whyNotComplete } from '../../../src/round/round.ts';
import type { PlanContent } from '../../../src/round/plan.ts';
import type { Can } from '../../server/contract.ts';
import type { Waiting } from '../../offline/outbox.ts';
import type { ReportBody } from './report.ts';
import type { Finding, RoundView } from './round-words.ts';

export type Sent = Finding & { photoIds: readonly string[] };

/** Where a round stands for the one holding the phone: what the server is known to know, and on top of it what was done here since. */
export type Standing = {
  findings: ReadonlyMap<string, Sent>;
  /** Lines whose result the server has not heard of yet. */
  unsent: ReadonlySet<string>;
  completed: boolean;
  can: Can;
};

type Reported = { line: string } & ReportBody;

/** Completing is offered by the same rule that guards the command, with or without a connection. */
export function standingOf(round: RoundView, done: readonly Waiting[]): Standing {
  const mine = done.filter(({ path }) => path.startsWith(`rounds/${round.id}/`));
  const reported = mine.flatMap(({ path, body, sent = false }) =>
    path.endsWith('/results') ? [{ ...(body as Reported), sent }] : [],
  );
  const findings = new Map<string, Sent>(round.parts.flatMap((part) => (part.result ? [[part.key, part.result]] : [])));
  for (const {
    line,
    result,
    count = null,
    note = '',
    photoIds = [],
    way = null,
    measures = '',
    reportedToId,
  } of reported) {
    const reportedTo = round.above.find(({ id }) => id === reportedToId) ?? null;
    findings.set(line, { result, count, note, photoIds, way, measures, reportedTo });
  }
  const completed = mine.some(({ path }) => path.endsWith('/complete'));
  return {
    findings,
    unsent: new Set(reported.flatMap(({ line, sent }) => (sent ? [] : [line]))),
    completed: completed || round.doneAt !== null,
    can: mine.length === 0 ? round.can : { ...round.can, complete: round.can['report'] ?? whyNot(round, findings) },
  };
}

function whyNot(round: RoundView, findings: ReadonlyMap<string, Sent>) {
  const content = { lines: round.parts } as unknown as PlanContent;
  const boxes = round.parts.filter((part) => part.record === 'letters');
  const found = boxes.reduce((sum, { key }) => sum + (findings.get(key)?.count ?? 0), 0);
  return whyNotComplete(content, new Set(findings.keys()), { found, dealtWith: round.letters.length });
}
