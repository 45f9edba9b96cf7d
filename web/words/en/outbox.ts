export const outbox = {
  waiting: '{count|1 action|# actions} will be sent when there is a connection.',
  refused: '{label} was not accepted: {why}',
} as const;
