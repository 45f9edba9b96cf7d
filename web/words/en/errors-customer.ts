/** Why something cannot be done to a customer or a place. */
export const customerErrors = {
  'customer.unknown': 'This customer is not there, or not for you to see.',
  'customer.erased': 'This customer’s data has been erased.',
  'customer.open_tickets': 'This customer still has open matters.',
  'customer.person_has_no_members': 'Only a household or a company has members.',
  'customer.member_of_itself': 'Nobody can be a member of themselves.',
  'customer.place_ends_before_it_begins': 'It ends before it begins.',
  'customer.phone_malformed': 'This is no phone number.',
  'place.not_below': 'A place of this sort cannot lie there.',
  'place.closed': 'This place is closed.',
  'place.not_closed': 'This place is not closed.',
  'place.open_below': 'Something below it is still open.',
  'place.open_tickets': 'There are open matters at this place.',
  'place.code_taken': 'A place with this code is there already.',
} as const;
