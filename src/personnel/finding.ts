/** Which way what was found speaks. */
export const BEARINGS = ['merit', 'fault', 'remark'] as const;
