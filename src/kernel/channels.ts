/** How a matter comes in, and how it is answered. */
export const CHANNELS = [
  'phone',
  'visit',
  'counter',
  'letter',
  'email',
  'chat',
  'wechat',
  'sms',
  'web',
  'complaint_line',
  'emergency_line',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];
