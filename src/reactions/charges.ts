import { beginCurrentDeliveries } from '../charge/commands/deliveries.ts';
import type { Reaction } from '../platform/context.ts';

/** Money is delivered to finance from the first week on (AGCY-03). */
export const beginFirstDeliveries: Reaction = (context) => beginCurrentDeliveries(context);
