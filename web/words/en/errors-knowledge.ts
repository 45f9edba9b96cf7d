/** Why something cannot be done with the knowledge base. */
export const knowledgeErrors = {
  'article.incomplete': 'Still missing: without this an article of this sort says too little.',
  'article.experience_is_inside': 'Notes of experience are for colleagues only.',
  'article.public_is_not_asked': 'What customers read too is not for staff to confirm. Choose one of the two.',
  'article.public_is_for_all': 'What customers read cannot be narrowed to a department.',
  'article.retired': 'This article is retired.',
  'article.no_rules': 'Only house rules are amended by proposal. Say that it did not help instead.',
  'article.amendment_decided': 'This proposal has been decided.',
  'article.amendment_unknown': 'This proposal is not there.',
  'article.amendment_not_adopted': 'Only adopted proposals of this article that no version carries yet can be carried.',
  'article.feedback_unsaid': 'Say what was missing or wrong.',
  'article.not_solved': 'An article is written from a matter that is resolved and says what it came to.',
  'article.names_somebody': 'Here it still says whose matter it was: take out the name or number.',
  'article.not_asked': 'You are not asked to confirm this.',
  'article.read_already': 'You have confirmed it already.',
  'article.no_test': 'This article has no test.',
  'article.test_unanswered': 'Answer every question.',
} as const;
