/** Which way what was found of somebody speaks. */
export const BEARINGS = ['merit', 'fault', 'remark'] as const;

/** What stands in a file. */
export const RECORDS = ['assessment', 'finding', 'breach', 'move'] as const;
