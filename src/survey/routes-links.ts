import { z } from 'zod';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Edge } from '../platform/http/edge.ts';
import type { Route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { giveLink } from './commands/give-link.ts';
import type { NewLink } from './commands/hand-out.ts';
import { handOut } from './commands/hand-out.ts';
import { answerByLink, byLink } from './commands/take-answers.ts';
import * as inputs from './inputs.ts';
import { handedOutOut, linkOut, ownSurveyOut } from './view.ts';
import { ownSurvey } from './own.ts';

/** How secrets are made and tries are counted, handed in by who knows both. */
export type LinkParts = {
  newSecret(): string;
  digest(secret: string): string;
  attempted(edge: Edge, account: string): Promise<void>;
  succeeded(edge: Edge, account: string): Promise<void>;
};

/** What is asked, for whoever holds a link; answered once. */
function ownRoutes(parts: LinkParts): Route[] {
  return [
    edgeRoute({
      name: 'readOwnSurvey',
      method: 'POST',
      path: '/public/survey',
      admits: 'anyone',
      tag: 'Customer page',
      summary: 'What the link of a survey asks; an unknown or used one tells nothing',
      about: 'Tries with links that are none are counted by address and slowed down.',
      body: inputs.ownSurveyInput,
      answer: ownSurveyOut,
      async atEdge(edge, { body }) {
        await parts.attempted(edge, 'survey');
        const own = await edge.read(async (context) =>
          ownSurvey(context, await byLink(context, parts.digest(body.secret))),
        );
        await parts.succeeded(edge, 'survey');
        return own;
      },
    }),
    edgeRoute({
      name: 'answerOwnSurvey',
      method: 'POST',
      path: '/public/survey/answers',
      admits: 'anyone',
      tag: 'Customer page',
      summary: 'Answer it, once: the link is good no more',
      body: inputs.ownAnswersInput,
      answer: done,
      async atEdge(edge, { body }) {
        await parts.attempted(edge, 'survey');
        await edge.transact((context) => answerByLink(context, parts.digest(body.secret), body.answers));
        await parts.succeeded(edge, 'survey');
        return OK;
      },
    }),
  ];
}

/** Handing out makes links: whoever has one answers by it, without a word to sign in with. */
export function surveyLinkRoutes(parts: LinkParts): Route[] {
  const newLink =
    (edge: Edge): NewLink =>
    () => {
      const secret = parts.newSecret();
      return { address: `${edge.origin}/c/survey#${secret}`, hash: parts.digest(secret) };
    };
  return [
    edgeRoute({
      name: 'handOutSurvey',
      method: 'POST',
      path: '/surveys/:id/hand-outs',
      admits: 'survey.see',
      tag: 'Surveys',
      summary:
        'Hand out to those drawn, on paper, by a link in writing, or to be called: by the distributor of the plan',
      params: z.object({ id: id('survey_round') }),
      body: inputs.handOutInput,
      answer: handedOutOut,
      atEdge: (edge, { params, body }) => edge.transact((context) => handOut(context, params.id, body, newLink(edge))),
    }),
    edgeRoute({
      name: 'giveSurveyLink',
      method: 'POST',
      path: '/survey-receivers/:id/link',
      admits: 'survey.see',
      tag: 'Surveys',
      summary:
        'Make a link for one to whom it was handed out, to be printed or read to him; a former one is good no more',
      params: z.object({ id: id('survey_receiver') }),
      answer: linkOut,
      atEdge: async (edge, { params }) => ({
        address: await edge.transact((context) => giveLink(context, params.id, newLink(edge))),
      }),
    }),
    ...ownRoutes(parts),
  ];
}
