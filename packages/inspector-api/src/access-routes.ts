import { Opening, TokenRotated } from '@hooktap/protocol';
import { json, refused } from './answer.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';

/** The token itself is in no answer: who came by the old one does not get the next. */
export const accessRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/token/rotate',
    summary: 'Put a fresh token into the data directory; the old one counts no more, its streams end',
    answers: TokenRotated,
    problems: ['token-fixed'],
    handle(_inspection, _asked, access) {
      if (access.rotate()) return json({ rotated: true });
      return refused(
        problem(
          'token-fixed',
          'HOOKTAP_TOKEN sets the token of this Hooktap. Start it again with another, or without.',
        ),
      );
    },
  }),
  route({
    method: 'post',
    path: '/openings',
    summary: 'A path that leads one browser to the inspector with its token, once',
    status: 201,
    answers: Opening,
    handle: (_inspection, _asked, access) => json({ path: access.issueOpening() }),
  }),
];
