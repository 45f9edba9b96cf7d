/** Why something cannot be done to the other matters: disputes, suggestions, compliments, services. */
export const mattersErrors = {
  'dispute.unknown': 'This is no dispute between households.',
  'dispute.party_unknown': 'This party is not part of the dispute.',
  'dispute.party_nobody': 'Say who the party is.',
  'dispute.same_party': 'This household is a party already.',
  'dispute.party_spoke': 'The party has been heard already and stays in the record.',
  'dispute.one_party': 'A dispute has two parties: add the other side first.',
  'dispute.nobody_there': 'Say which parties came.',
  'dispute.not_mediated': 'Nobody has tried to mediate yet.',
  'dispute.ended': 'An agreement or a referral stands. Take it back to go on.',
  'dispute.no_outcome': 'There is neither an agreement nor a referral yet.',
  'dispute.no_agreement': 'There is no agreement yet.',
  'dispute.all_confirmed': 'Every party has confirmed it.',
  'dispute.unconfirmed': '{count|One party has|# parties have} not confirmed the agreement yet.',
  'dispute.checked': 'Somebody has looked already whether it holds.',
  'dispute.unchecked': 'Nobody has looked yet whether the agreement holds.',
};
