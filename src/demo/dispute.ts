import { addParty } from '../dispute/commands/change-parties.ts';
import { recordAttempt } from '../dispute/commands/mediate.ts';
import { takeStatement } from '../dispute/commands/take-statement.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import type { Stage } from './stage.ts';

/** Two households in the middle of mediation: each heard, met once, and to meet again in two days. */
export function leaveDispute(stage: Stage, now: Instant): void {
  const [above, below] = [stage.estate.flats[3]!, stage.estate.flats[1]!];
  stage.plan(plus(now, -2 * DAY), () =>
    stage.as('desk', async (context) => {
      const { id } = await openTicket(context, {
        kind: 'dispute',
        title: `${above.code} 与 ${below.code} 夜间噪音纠纷`,
        need: '',
        channel: 'visit',
        customerId: below.residents[0]!.id,
        placeId: below.id,
        fields: { about: 'noise' },
      });
      const party = async (flat: typeof above): Promise<Id<'dispute_party'>> => {
        const partyId = newId<'dispute_party'>(context.now);
        await addParty(context, id, { id: partyId, customerId: flat.residents[0]!.id, name: '', placeId: flat.id });
        return partyId;
      };
      const [loud, woken] = [await party(above), await party(below)];
      const say = (partyId: typeof loud, text: string, withheld: boolean) =>
        takeStatement(context, id, { partyId, text, withheld });
      await say(woken, '楼上每晚十一点后拖动家具、跑跳，孩子无法入睡。', false);
      await say(loud, '老人行动不便，夜里起身难免有声响；不希望对方上门争执。', true);
      await recordAttempt(context, id, {
        parties: [loud, woken],
        others: '居委会李主任',
        proposed: '桌椅加装静音垫，二十二点后不拖动家具',
        result: 'closer',
        words: '双方态度缓和，愿意再谈一次',
        nextAt: plus(context.now, 4 * DAY),
      });
    }),
  );
}
