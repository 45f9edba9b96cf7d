export const departments = {
  every: 'Departments and outside firms',
  add: 'Add a department',
  edit: 'Edit {name}',
  heads: 'Head',
  calendar: 'Works by',
  calendar_why: 'For promises made from now on.',
  calendar_needed: 'Choose the hours it works by.',
  on_duty: 'On duty',
  outside_firm: 'outside firm',
  is_outside_firm: 'An outside firm',
  is_closed: 'Closed',
  is_closed_why: 'Only without posts, open work, and kinds that go to it.',
} as const;
