import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import type { Actor } from '../organisation/can.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { ContractorService } from './service.ts';
import type { ContractorTable } from './table.ts';

export type Contractor = Selectable<ContractorTable>;

export async function contractorServices(context: Context): Promise<readonly ContractorService[]> {
  return (await settingsOf(context)).contractorServices ?? [];
}

/** What a service is called; one that the house no longer has keeps its key. */
export function serviceNamed(services: readonly ContractorService[], key: string): { key: string; name: Words } {
  return { key, name: services.find((one) => one.key === key)?.name ?? untranslated(key) };
}

/** Whoever judges contractors at the centre, and who looks after this one by that right. */
export function whyNotJudge(
  actor: Actor,
  { centre_id: centreId, person_id: personId }: Pick<Contractor, 'centre_id' | 'person_id'>,
): Refusal | null {
  return can(actor, 'contractor.judge', { people: [personId], centreId });
}

export async function lockContractor({ tx }: Context, id: Id<'contractor'>): Promise<Contractor> {
  const row = await tx.selectFrom('contractor').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('contractor.unknown');
  return row;
}

export function serviceOf(services: readonly ContractorService[], key: string, path: string): ContractorService {
  const found = services.find((one) => one.key === key);
  if (!found) throw new Invalid('contractor.service_unknown', { path });
  return found;
}
