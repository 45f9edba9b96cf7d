import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { dayNumber } from '../kernel/working-time/date.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';

/** How a document came about: drafted here, a letter in or out, or a paper that is filed as it is. */
export const DOCUMENT_WAYS = ['draft', 'in', 'out', 'paper'] as const;
export type DocumentWay = (typeof DOCUMENT_WAYS)[number];

export const DOCUMENT_STATES = [
  'draft',
  'in_review',
  'sent_back',
  'approved',
  'open',
  'received',
  'filed',
  'withdrawn',
  'destroyed',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** What is owed: the word of the post it was passed to, the answer a letter needs, and a paper lent. */
export const OWED_AS = { review: 'review_document', answer: 'answer_letter', loan: 'return_paper' } as const;

export type Document = {
  way: DocumentWay;
  state: DocumentState;
  centre_id: Id<'centre'>;
  person_id: Id<'person'>;
  by_id: Id<'person'>;
  /** Key of the post that alone files and lends it. */
  keeper: string;
};

/** Letters and papers carry the year and a number counted up in it: `TZ-2026-003`; a letter also which way it went. */
export function numberOf(sign: string, way: DocumentWay, year: number, no: number): string {
  const direction = { draft: '', in: 'I', out: 'O', paper: 'P' }[way];
  return [sign + direction, year, String(no).padStart(3, '0')].join('-');
}

const isAuthor = ({ by_id, person_id }: Document, { personId }: Actor): boolean =>
  personId !== null && [by_id, person_id].some((one) => one === personId);

/** A draft is worded by whoever wrote it and whoever answers for it, until it is passed on and again where it was sent back. */
export function whyNotDraft(document: Document, actor: Actor): Refusal | null {
  if (document.state !== 'draft' && document.state !== 'sent_back') return refusal('document.not_draft');
  return isAuthor(document, actor) ? null : refusal('document.not_author');
}

export function whyNotWithdraw(document: Document, actor: Actor): Refusal | null {
  return document.state === 'in_review' && isAuthor(document, actor) ? null : whyNotDraft(document, actor);
}

/** Only a holder of the post it was passed to decides, and never on what he wrote himself. */
export function whyNotDecide(document: Document, postId: Id<'post'> | null, actor: Actor): Refusal | null {
  if (document.state !== 'in_review') return refusal('document.not_in_review');
  if (!actor.posts.some(({ id }) => id === postId)) return refusal('document.not_reviewer');
  if (isAuthor(document, actor)) return refusal('document.own_review');
  return can(actor, 'document.approve', {
    centreId: document.centre_id,
    people: [actor.personId],
    departments: departmentsOf(actor),
  });
}

const departmentsOf = (actor: Actor) => actor.posts.map(({ departmentId }) => departmentId);

/** The archives of a class are under one owner, who alone files and lends (DOCS-04). */
export function whyNotKeep(
  { keeper, centre_id }: Pick<Document, 'keeper' | 'centre_id'>,
  actor: Actor,
): Refusal | null {
  const right = can(actor, 'document.keep', { centreId: centre_id });
  if (right) return right;
  const owns = actor.posts.some((post) => post.key === keeper && post.centreId === centre_id);
  return owns ? null : refusal('document.not_keeper');
}

/** Filed is what is final; a letter that needs an answer, with its answer (DOCS-03). */
export function whyNotFile(document: Document, isAnswered: boolean, actor: Actor): Refusal | null {
  const right = whyNotKeep(document, actor);
  if (right) return right;
  if (document.state === 'open') return isAnswered ? null : refusal('document.answer_missing');
  return ['approved', 'received', 'filed'].includes(document.state) ? null : refusal('document.not_final');
}

export function whyNotLend(document: Document, isLent: boolean, actor: Actor): Refusal | null {
  const right = whyNotKeep(document, actor);
  if (right) return right;
  if (document.state !== 'filed') return refusal('document.not_filed');
  return isLent ? refusal('document.is_lent') : null;
}

export function whyNotReturn(document: Document, isLent: boolean, actor: Actor): Refusal | null {
  return whyNotKeep(document, actor) ?? (isLent ? null : refusal('document.not_lent'));
}

/** Once its years are over its owner may have it destroyed; before, and while it is lent, nobody. */
export function whyNotDestroy(
  document: Document & { keep_until: string | null },
  isLent: boolean,
  today: string,
  actor: Actor,
): Refusal | null {
  const lent = whyNotLend(document, isLent, actor);
  if (lent) return lent;
  if (document.keep_until === null) return refusal('document.kept_for_good');
  return document.keep_until <= today ? null : refusal('document.kept_until', { day: document.keep_until });
}

/** The same day so many years later; a 29 February is the day before where that year has none. */
export function yearsLater(day: string, years: number): string {
  const [year, rest] = [Number(day.slice(0, 4)) + years, day.slice(4)];
  const later = `${String(year).padStart(4, '0')}${rest}`;
  return dayNumber(later) === null ? `${later.slice(0, 8)}28` : later;
}
