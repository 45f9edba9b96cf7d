/** The manager's side of the customer’s page: where the centre is reached, its texts, what may be sent in. */
export const customerPage = {
  title: 'Customer’s page',
  look: 'Open the customer’s page',
  why_here:
    'What customers read at the address they are given, and what they can send in there. Each change is kept with the reason and can be put back.',
  name: 'Name of the centre',
  name_needed: 'Say what the centre is called.',
  address: 'Office: where customers come',
  phone: 'Service telephone',
  line: 'Complaint line, day and night',
  hours: 'Hours shown: {hours}.',
  hours_change: 'Change them in the calendar',
  text_welcome: 'Welcome',
  text_welcome_why: 'At the top: who the page is for, and what it is good for.',
  text_emergency: 'In an emergency',
  text_emergency_why: 'What to do where life or property is in danger, such as whom to call.',
  text_complaints: 'How complaints are handled',
  text_complaints_why: 'Who answers, and within what time.',
  text_afterwards: 'After sending',
  text_afterwards_why: 'Shown with the number: what happens next.',
  kinds: 'What may be sent in',
  kinds_why:
    'Whether a kind is open to customers at all is set at the kind; here it is chosen which of these the page offers.',
  save: 'Save',
  saved: 'Saved. Customers read it from now on.',
} as const;
