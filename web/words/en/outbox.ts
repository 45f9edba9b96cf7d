export const outbox = {
  waiting: '{count|1 action|# actions} will be sent when there is a connection.',
  refused: '{label} was not accepted: {why} It is kept on this device.',
  not_kept:
    'This device has no room left: “{label}” is sent only while this page stays open. Leave it open until it has been sent.',
  set_aside: '{count|1 action was|# actions were} not accepted.',
  shown_since: 'What you see is as of {time}.',
  waits_here:
    '{count|1 action waits|# actions wait} on this device. {count|It is|They are} sent once whoever did {count|it|them} signs in.',
} as const;
