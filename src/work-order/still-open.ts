import { sql } from 'kysely';
import { ENDED_STAGES } from './work-order.ts';

/** `w.stage ${STILL_OPEN}`: an order under way. Spelled out, for the indexes of open orders are found by these very words. */
export const STILL_OPEN = sql`not in (${sql.join(ENDED_STAGES.map((stage) => sql.lit(stage)))})`;
