import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { cancelTicket } from '../ticket/commands/close-ticket.ts';
import { reviewDeclined } from '../ticket/commands/review-declined.ts';
import type { Case } from './case.ts';
import { attempt } from './case.ts';
import { begin } from './course.ts';
import { matterCalled } from './matters.ts';
import type { Stage } from './stage.ts';

const request = { ...matterCalled('办理临时停车'), fields: { request_for: 'other' } };

/** Three requests that were too much: one refusal confirmed, one sent back, one that waits for the supervisor. */
export function declineSome(stage: Stage, now: Instant): void {
  const come = (days: number, title: string, need: string, act: (one: Case) => Promise<unknown>): void =>
    begin(
      stage,
      plus(now, -days * DAY + 2 * HOUR),
      { matter: { ...request, title, need }, desk: 'desk', channel: 'visit' },
      async (_, one) => void (await act(one)),
    );
  come(12, '要求保安每天代遛狗', '主人出差两周，希望值班保安早晚遛狗', async (one) => {
    await decline(stage, one, '很抱歉，值班保安不能离岗，可为您推荐附近的宠物照看服务');
    await review(stage, one, 'confirmed', '理由充分，并给出了替代办法');
  });
  come(6, '希望代收家具并开门安装', '周三家具到货，本人不在，希望代为开门', async (one) => {
    await decline(stage, one, '很抱歉，我们不能代为保管钥匙和开门');
    await review(stage, one, 'sent_back', '业主书面委托后可由管家陪同，请再联系');
  });
  come(1, '要求免除三个月物业费', '称电梯停过两次，要求免三个月费用', (one) =>
    decline(stage, one, '理解您的不便；减免须依合同约定，电梯停梯已按规定公示并补偿'),
  );
}

const decline = (stage: Stage, { ticketId, desk }: Case, reason: string) =>
  attempt(stage, desk, (context) => cancelTicket(context, ticketId, { as: 'declined', reason }));

const review = (stage: Stage, { ticketId }: Case, verdict: 'confirmed' | 'sent_back', words: string) =>
  attempt(stage, 'supervisor', (context) => reviewDeclined(context, ticketId, { verdict, words }));
