/** Tickets put together and taken apart. */
export const merging = {
  merge: 'Merge',
  with: 'With',
  stays: 'Which one stays',
  what_it_does: 'What merging does',
  goes_along:
    '{number} becomes part of it, with {notes|one note|# notes}, {contacts|one contact|# contacts} and {orders|one work order|# work orders}.',
  keeps_sight: '{name} keeps it in sight.',
  go_on: 'These promises go on',
  stop: 'These stop: an earlier one goes on, or nobody owes them any more',
  of: 'of {number}',
  unmerge: 'Take it back out',
  unmerged: 'Taken back: both stand as they stood.',
  unlink: 'Take the link away',
  split: 'Split',
  split_kind: 'What the new ticket is',
  split_why: 'Its clocks count from when the first was opened',
  split_notes: 'Notes that belong to it',
  split_contacts: 'Contacts that belong to it',
} as const;
