export const setup = {
  title: 'Set up your service centre',
  organisation: 'Organisation',
  organisation_why: 'As your customers know it. It stands on letters and slips.',
  pack: 'Trade',
  language: 'Language',
  zone: 'Time zone',
  zone_why: 'Deadlines and working hours are counted in this zone.',
  administrator: 'First administrator',
  name: 'Name',
  begin: 'Begin',
  already: 'This house has been set up already.',
} as const;
