import { api } from '../server/api.ts';
import type { Notification, Notifications } from '../server/contract.ts';
import { useRead } from '../server/queries.ts';
import type { Write } from '../server/writes.ts';
import { useWrite } from '../server/writes.ts';

export function useNotifications() {
  return useRead<Notifications>('notifications', { about: ['notification'] });
}

export function useMarkRead(): Write<Notification, void> {
  return useWrite<Notification>({
    send: (one, options) => api.post(`notifications/${one.id}/read`, {}, options),
    changes: () => ['notification'],
  });
}

/** Says "I know": an escalation that demands it climbs on until somebody does. */
export function useAcknowledge(): Write<Notification, void> {
  return useWrite<Notification>({
    send: (one, options) => api.post(`notifications/${one.id}/acknowledge`, {}, options),
    changes: () => ['notification'],
  });
}

/** All at once, save what waits for an "I know". */
export function useMarkAllRead(): Write<void, void> {
  return useWrite<void>({
    send: (_, options) => api.post('notifications/read', {}, options),
    changes: () => ['notification'],
  });
}
