import { area } from '../message.ts';

/** The Signature tab. What the doctor finds is English, as the server says it. */
export const signature = area('signature', {
  verdict: {
    valid: 'Valid',
    invalid: 'Invalid',
    unchecked: 'Not checked',
  },
  label: 'Verdict',
  age: {
    same: 'signed as it came',
    before: 'signed {span} before it came',
    after: 'signed {span} after it came',
  },
  todo: {
    provider: 'Name the provider at endpoint {endpoint}, if you know it.',
    secret: 'Add the secret to endpoint {endpoint}.',
  },
  theProvider: 'The provider',
  valid: 'The signature is valid.',
  unchecked: 'The signature was not checked.',
  invalid: 'The signature does not verify.',
  unexplained:
    'Nothing that people usually get wrong explains it. Either it was signed with a secret that is not set here, or what arrived is not what was signed.',
  was: {
    valid: 'When it came it was valid.',
    invalid: 'When it came it was invalid.',
    unchecked: 'When it came it was not checked.',
  },
  is: {
    valid: 'With the secrets that are set now it is valid.',
    invalid: 'With the secrets that are set now it is invalid.',
    unchecked: 'With the secrets that are set now it is not checked.',
  },
  resign: 'Replay signed anew',
  edit: 'Edit or break it',
  why: 'Why your handler answered {status}',
  attempt: 'attempt {attempt}',
  notSeen:
    'The signature that it was sent is right, so the reason is not to be seen from here. Look at your handler’s own log.',
  tried: 'What was tried',
  openAgain: 'Hooktap did not answer. Open the tab again.',
  alsoFound: 'Also found',
  certain: 'certain',
  possible: 'possible',
  handler: {
    title: 'In your handler',
    framework: 'Framework',
    lines: 'the lines for {framework}',
    docs: '{framework} documentation',
  },
  step: {
    cut: '… and so on, {size} in all',
    signedString: 'signed string',
    copySigned: 'Copy signed string',
    header: 'Read the header',
    noHeader: 'None of its headers came.',
    clock: 'Look at the clock',
    fine: 'fine',
    join: 'Join what is signed',
    noSecret: 'With the secret, which endpoint {endpoint} does not have.',
    secret: 'With the secret of endpoint {endpoint}, which stays on this machine.',
    compare: 'Compare',
    docs: 'How it is documented',
  },
  line: {
    received: 'received',
    none: 'no signature',
    secret: 'secret {number}',
    notShown: 'not shown, or not a secret of this scheme',
    matches: 'matches',
    noMatch: 'no match',
  },
});
