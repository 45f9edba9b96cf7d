import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';
import { articleNameOut, articleOut, bodyOut, inForceOut, lineVersionOut, named, ownerOut, sortOut } from './view.ts';

export const suggestionsOut = z.object({
  items: z
    .array(
      z.object({
        id: idOut('article'),
        ...named,
        sort: sortOut,
        ...inForceOut,
        excerpt: wordsOut.describe('How it begins'),
        confirmedAt: momentOut.describe('When it was last confirmed right'),
        usedHere: z.boolean().describe('It served on this matter already'),
        isPublic: z.boolean().describe("Customers read it on the customer's page"),
      }),
    )
    .describe("The best few for the matter's own words, the nearest first"),
  from: z.array(articleNameOut).describe('Written from this matter'),
  can: canOut.describe('write: an article from this matter'),
});

export const writtenOut = z.object({ id: idOut('article') });
export const revisedOut = z.object({ version: lineVersionOut });
export const citedOut = z.object({
  text: z.string().describe('The words for the answer: name, source and date of force, and what it says'),
  page: z
    .string()
    .nullable()
    .describe("Where customers read it, from the organisation's address on; null: it is for staff"),
});
export const fromTicketOut = z.object({
  ticket: ticketNameOut.describe('The solved matter'),
  title: z.string().describe('What it was about, without names and numbers'),
  body: z.string().describe('What was asked and what settled it, without names and numbers'),
});
export const amendedOut = z.object({ id: idOut('article_amendment') });

export const testOut = z.object({
  article: articleNameOut.describe('Which article it is about'),
  version: z.number().describe('Version of the test; send it back with the answers'),
  questions: z
    .array(
      z.object({
        text: z.string().describe('What is asked'),
        choices: z.array(z.string()).describe('What may be answered'),
        right: z.number().nullable().describe('Which is right, counted from 0; null for whoever takes it'),
      }),
    )
    .describe('In their order'),
  people: z
    .array(
      z.object({
        person: personOut,
        tries: z.number().describe('How often he tried this version'),
        lastAt: momentOrNotYet.describe('When he tried last'),
        passedAt: momentOrNotYet.describe('When he passed'),
      }),
    )
    .describe('Whom it is for, by name; oneself only, for whoever did not set it'),
  can: canOut.describe('set'),
});
export const testSetOut = z.object({ version: z.number().describe('The new version of the test') });
export const testTakenOut = z.object({
  correct: z.number().describe('How many were right'),
  of: z.number().describe('Of how many'),
  passed: z.boolean().describe('All of them were'),
});
export const testsOut = allOf(
  z.object({
    id: idOut('article'),
    ...named,
    asked: z.boolean().describe('Whether the caller is to pass it'),
    passedAt: momentOrNotYet.describe('When he passed it'),
    all: z
      .object({ passed: z.number().describe('How many passed'), of: z.number().describe('Of how many') })
      .nullable()
      .describe('How it stands with all; null for whoever does not set it'),
  }),
);

export const readingsOut = allOf(
  z.object({
    id: idOut('article'),
    ...named,
    version: z.number().describe('The version in force; send it back with the confirmation'),
    writtenAt: momentOut.describe('Since when it is in force'),
    mine: articleOut.shape.reading,
    people: z
      .array(
        z.object({
          person: personOut,
          dueAt: momentOut.nullable().describe('By when he is to confirm; null: he is not asked'),
          confirmedAt: momentOrNotYet,
          late: z.boolean().describe('Not confirmed though it was due, or confirmed late'),
        }),
      )
      .describe('Who was asked, by name; oneself only, for whoever may not write it'),
  }),
);

export const reviewsOut = pageOf(
  z.object({
    article: articleNameOut.describe('Which article it is about'),
    sort: sortOut,
    owner: ownerOut,
    dueAt: momentOut,
    settledAt: momentOrNotYet.describe('When it was looked at'),
    verdict: z
      .enum(['open', 'late', 'kept', 'missed'])
      .describe('late: open though it was due; missed: looked at late'),
    unhelpful: z.number().describe('How often it did not help since it was last confirmed'),
  }),
).extend({
  counts: z
    .object({
      kept: z.number().describe('Looked at in time'),
      late: z.number().describe('Looked at late, or not yet though it was due'),
      open: z.number().describe('Owed, and not due yet'),
    })
    .describe('Of what was due in the period asked for'),
  days: z.record(z.string(), z.number()).describe('After how many days each sort is looked at again'),
  can: canOut.describe('intervals'),
});

export const publicArticlesOut = pageOf(
  z.object({ id: idOut('article'), ...named, excerpt: wordsOut.describe('How it begins') }),
);
export const publicArticleOut = z.object({
  id: idOut('article'),
  ...named,
  body: bodyOut,
  ...inForceOut,
  confirmedAt: momentOut.describe('When it was last confirmed right'),
});

export const standardsOut = allOf(
  z.object({
    id: idOut('article'),
    ...named,
    version: lineVersionOut,
    writtenAt: momentOut.describe('When this version was written'),
    owner: ownerOut,
    departments: z
      .array(
        z.object({
          department: departmentNameOut.describe('Whom it binds'),
          head: personOut.nullable().describe('Who confirms it for the department now; null: nobody'),
          askedAt: momentOut.describe('When it was asked'),
          dueAt: momentOut.nullable().describe('By when it is to confirm; null: nothing was owed'),
          confirmedAt: momentOrNotYet,
          confirmedBy: personOut.nullable().describe('Who confirmed it; null: nobody yet'),
          late: z.boolean().describe('Not confirmed though it was due, or confirmed late'),
          can: canOut.describe('confirm'),
        }),
      )
      .describe('The departments bound, with their word on the version in force'),
    can: canOut.describe('bind'),
  }),
);
