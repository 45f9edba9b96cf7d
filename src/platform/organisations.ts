import type pg from 'pg';
import type { Id } from '../kernel/id.ts';
import type { Organisation } from './context.ts';
import { SHARED_SCHEMA } from './migrate.ts';

export type ListedOrganisation = Organisation & { hosts: string[] };

/** Organisations are made by hand and rarely; another node's new one is known here after this many milliseconds. */
const FRESH = 2_000;

export type OrganisationList = {
  all(): Promise<ListedOrganisation[]>;
  /** Asks the database next time: one was made here. */
  forget(): void;
};

/** The list that every request begins with, kept in memory for a moment. */
export function organisationList(pool: pg.Pool): OrganisationList {
  let known: { at: number; list: Promise<ListedOrganisation[]> } | null = null;
  return {
    all() {
      if (known && performance.now() - known.at < FRESH) return known.list;
      const asked = { at: performance.now(), list: read(pool) };
      asked.list.catch(() => {
        if (known === asked) known = null;
      });
      known = asked;
      return asked.list;
    },
    forget() {
      known = null;
    },
  };
}

async function read(pool: pg.Pool): Promise<ListedOrganisation[]> {
  const { rows } = await pool.query<ListedOrganisation & { id: Id<'organisation'> }>(
    `select id, slug, schema, name, pack, hosts from ${SHARED_SCHEMA}.organisation order by created_at, id`,
  );
  return rows;
}
