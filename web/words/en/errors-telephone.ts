/** Why something cannot be done at the telephone. */
export const telephoneErrors = {
  'telephone.system_unknown': 'There is no such exchange any more.',
  'telephone.too_many_systems': '{most} exchanges are the most.',
  'telephone.phone_taken': 'Somebody else has this phone already.',
  'telephone.call_unknown': 'There is no such call.',
  'telephone.no_phone': 'You have no phone at an exchange; an administrator gives you one.',
  'telephone.not_recorded': 'This call is not being recorded.',
  'telephone.no_recording': 'There is no recording of this call.',
  'telephone.not_your_call': 'This call is not at your phone any more.',
  'rota.too_many': 'A rota holds {most} entries at most; take away what holds no longer.',
  'rota.day_is_over': 'That day is over.',
  'rota.hours_unknown': 'There are no such hours in the rota.',
} as const;
