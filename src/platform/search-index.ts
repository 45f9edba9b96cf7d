import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { tsvectorLiteral } from '../kernel/text/lexeme.ts';
import type { SearchField } from '../kernel/text/terms.ts';
import { foldedText, indexTerms } from '../kernel/text/terms.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from './context.ts';
import { insertLater } from './tx.ts';

export type Searchable = {
  type: 'ticket' | 'customer' | 'place' | 'message' | 'article' | 'article_title';
  id: string;
  /** What "newest" means for it: common words are answered from the newest first. */
  at: Instant;
  centreId: string | null;
  fields: SearchField[];
};

/** Puts a thing into the search, or renews what it is found by. Terms and the text a hit is checked against are made of the same fields. */
export async function indexForSearch({ tx }: Pick<Context, 'tx'>, ...things: Searchable[]): Promise<void> {
  if (things.length === 0) return;
  const rows = things.map(({ type, id, at, centreId, fields }) => ({
    subject_type: type,
    subject_id: id,
    at,
    centre_id: centreId,
    terms: tsvectorLiteral(indexTerms(fields)),
    folded: foldedText(fields),
  }));
  await insertLater(tx, 'search_entry', rows, inserting);
}

type Entry = { subject_type: string; subject_id: string };

function inserting(rows: readonly Entry[]): RawBuilder<unknown>[] {
  const newest = [...new Map(rows.map((row) => [`${row.subject_type} ${row.subject_id}`, row])).values()];
  return [
    sql`
    insert into search_entry (subject_type, subject_id, at, centre_id, terms, folded)
    select subject_type, subject_id, at, centre_id, terms::tsvector, folded
    from jsonb_to_recordset(${JSON.stringify(newest)}::jsonb)
      as e(subject_type text, subject_id uuid, at timestamptz, centre_id uuid, terms text, folded text)
    on conflict (subject_id, subject_type) do update
      set terms = excluded.terms, folded = excluded.folded, at = excluded.at, centre_id = excluded.centre_id`,
  ];
}

/** Erased or closed for good: it is found no more. */
export async function dropFromSearch(context: Context, id: string): Promise<void> {
  await context.tx.deleteFrom('search_entry').where('subject_id', '=', id).execute();
}
