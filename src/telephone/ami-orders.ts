import type { Fields } from '../platform/telephone/asks.ts';
import type { Order } from './order.ts';

/** How long our own phone may ring before a number is dialled for it, in milliseconds. */
const PICK_UP = '30000';

/** What is asked of an exchange, in Asterisk's words. */
export function actionOf(order: Order, context: string): Fields {
  switch (order.do) {
    case 'dial':
      return {
        Action: 'Originate',
        Channel: order.endpoint,
        Context: context,
        Exten: order.number,
        Priority: '1',
        CallerID: order.extension,
        Timeout: PICK_UP,
        Async: 'true',
      };
    case 'pause':
      return { Action: 'QueuePause', Interface: order.endpoint, Paused: 'true', Reason: order.reason };
    case 'ready':
      return { Action: 'QueuePause', Interface: order.endpoint, Paused: 'false' };
    case 'mute':
      return { Action: 'MixMonitorMute', Channel: order.channel, Direction: 'both', State: order.on ? '1' : '0' };
    // no exchange can hold for a phone: the phone itself is asked to, and says that it does
    case 'hold':
      return { Action: 'PJSIPNotify', Channel: order.channel, Variable: `Event=${order.on ? 'hold' : 'talk'}` };
    case 'join':
      return { Action: 'Hangup', Channel: order.channel, Cause: '16' };
    case 'back':
      return { Action: 'CancelAtxfer', Channel: order.channel };
    case 'transfer':
      return {
        Action: order.kind === 'blind' ? 'BlindTransfer' : 'Atxfer',
        Channel: order.channel,
        Context: context,
        Exten: order.to,
      };
  }
}
