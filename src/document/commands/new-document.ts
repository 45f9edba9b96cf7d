import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import type { DocumentRow } from '../facts.ts';
import { numberOf } from '../document.ts';
import type { ArchiveClass, DocumentKind } from '../rules.ts';
import type { DocumentWay } from '../document.ts';

const NOTHING_YET = {
  dated: null,
  counterpart: '',
  body_id: null,
  number: null,
  lies_at: '',
  sha256: null,
  supersedes_id: null,
  needs_answer: false,
  answer_by: null,
  answers_id: null,
  keep_until: null,
  filed_by_id: null,
  filed_at: null,
  destroyed_by_id: null,
  destroyed_at: null,
  destroyed_because: null,
};

type New = Pick<
  DocumentRow,
  'id' | 'centre_id' | 'department_id' | 'way' | 'kind' | 'subject' | 'text' | 'person_id' | 'state'
> &
  Partial<DocumentRow>;

/** One line of the register, with its files. */
export async function insertDocument(
  context: Context,
  held: ArchiveClass,
  row: New,
  fileIds: readonly Id<'file'>[],
): Promise<void> {
  const of = { class: held.key, keeper: held.owner, restricted: held.restricted };
  await context.tx
    .insertInto('document')
    .values({ ...NOTHING_YET, ...of, ...row, by_id: actingPerson(context), at: context.now })
    .execute();
  await attachFiles(context, fileIds, { type: 'document', id: row.id });
}

/** Of which department whoever writes works; null where he stands above them. */
export function departmentOf({ actor }: Context): Id<'department'> | null {
  return actor.posts.find((post) => post.departmentId !== null)?.departmentId ?? null;
}

/** The next number of a kind in a year; two who ask at once wait for each other, so that none is given twice and none is left out. */
export async function nextNumber(context: Context, kind: DocumentKind, way: DocumentWay, day: string): Promise<string> {
  const year = Number(day.slice(0, 4));
  const { rows } = await sql<{ last: number }>`
    insert into document_series as s (series, year, last) values (${`${kind.key}/${way}`}, ${year}, 1)
    on conflict (series, year) do update set last = s.last + 1 returning last`.execute(context.tx);
  return numberOf(kind.sign, way, year, rows[0]!.last);
}
