/** A compliment on its ticket: whom it is about, and the answer. */
export const compliments = {
  title: 'Compliment',
  pass_on: 'Pass on and answer',
  people: 'Whom it is about',
  departments: 'Departments as a whole',
  chosen: 'Chosen',
  answer: 'Answer to the customer',
  answer_why: 'The standard answer, unless you change it',
  about_needed: 'Say whom it is about.',
  why: 'It reaches them and their heads, is counted for them, and is closed with the answer.',
} as const;
