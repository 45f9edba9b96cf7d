import type { z } from 'zod';
import type { ErrorCause } from '../../../src/commitment/told-in-error.ts';
import type { NoticeState } from '../../../src/rectification/rectification.ts';
import type { RectificationTable } from '../../../src/rectification/table.ts';
import type { findingOut, noticeLineOut, noticePageOut } from '../../../src/rectification/view.ts';
import type { Topic } from '../../server/queries.ts';
import { t } from '../../words/words.ts';

/** A line of `GET /api/notices` */
export type NoticeLine = z.output<typeof noticeLineOut>;
/** `GET /api/notices/:id` */
export type NoticePage = z.output<typeof noticePageOut>;
/** A line of `GET /api/findings` */
export type FindingLine = z.output<typeof findingOut>;

type Source = RectificationTable['source'];

export function stateWords(state: string): string {
  return t(`notices.state_${state as NoticeState}`);
}

export function sourceWords(source: string): string {
  return t(`notices.source_${source as Source}`);
}

/** Why the clock itself took a notice back. */
export function errorWords(cause: string): string {
  return t(`notices.error_${cause as ErrorCause}`);
}

export function changedBy(notice: Pick<NoticeLine, 'id' | 'ticket'>): Topic[] {
  const changed: Topic[] = [`rectification/${notice.id}`, 'rectification'];
  return notice.ticket ? [...changed, `ticket/${notice.ticket.id}`] : changed;
}
