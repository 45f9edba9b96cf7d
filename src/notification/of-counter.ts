/** What is told of who stands at the counter, of what disturbs its order, and to whom is sent in an emergency. */
export const OF_COUNTER = {
  'disturbance.recorded': { says: 'a disturbance in the centre', urgency: 'urgent', params: ['by'] },
  'dispatch.given': {
    says: 'you are sent in an emergency: say that you have the order',
    urgency: 'urgent',
    params: ['by', 'dueAt'],
    atNight: true,
  },
  'dispatch.taken': { says: 'whoever you sent has the order', urgency: 'info', params: ['by'] },
  'dispatch.declined': {
    says: 'whoever you sent cannot: send somebody else',
    urgency: 'urgent',
    params: ['by'],
    atNight: true,
  },
  'dispatch.done': { says: 'what you sent somebody for is done', urgency: 'warn', params: ['by'], atNight: true },
  'dispatch.recalled': { says: 'you are called back', urgency: 'urgent', params: ['by'], atNight: true },
  'arrival.waits': {
    says: 'somebody is at the counter who wants to see you',
    urgency: 'urgent',
    params: ['by'],
  },
} as const;
