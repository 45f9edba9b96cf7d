import type { z } from 'zod';
import type { Kind, Paper } from '../pack/format.ts';
import type { paperAskedOut } from './view.ts';

/** What is to be brought for a kind, as intake and the customer's page list it. */
export function papersAsked({ papers }: Kind): z.input<typeof paperAskedOut>[] {
  return (papers?.list ?? []).map((paper) => ({
    ...plain(paper),
    when: paper.when ?? null,
    eachOf: paper.eachOf ?? null,
  }));
}

/** A paper as every list of them says it. */
export const plain = ({ key, name, hint, form, optional }: Paper) => ({
  key,
  name,
  hint: hint ?? null,
  form,
  optional: optional === true,
});
