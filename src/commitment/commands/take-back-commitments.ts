import { Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';

/**
 * What is owed on a thing that came in from a file is gone with it. Refuses where a clock of it has told somebody since
 * (`commitment.has_told`): he would look for what he was told of.
 */
export async function takeBackCommitments({ tx }: Context, subjectId: string): Promise<void> {
  const gone = await tx.deleteFrom('commitment').where('subject_id', '=', subjectId).returning('climbed').execute();
  if (gone.some(({ climbed }) => climbed > 0)) throw new Refused('commitment.has_told');
}
