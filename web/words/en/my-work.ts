export const myWork = {
  title: 'My work',
  open: '{count|1 open|# open}',
  late: 'Late',
  due_soon: 'Due soon',
  today: 'Today',
  later: 'Later',
  waiting_acceptance: 'Waiting for acceptance',
  accept: 'Take over',
  worst_of_more: 'the {count} most urgent',
  none: 'Nothing is waiting for you',
  none_why: 'What you take over or are given appears here, worst first.',
} as const;
