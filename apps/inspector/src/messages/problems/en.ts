import { area } from '../message.ts';

/** What the API refuses, and why events of a batch were left out, by the code of the problem. */
export const problems = area('problems', {
  'not-found': 'It is not there any more.',
  'body-incomplete': 'The body of this event is not complete. Give the replay a body of its own.',
  'body-too-large': 'The body is too large.',
  'body-undecodable': 'The body cannot be decoded as its header says.',
  blocked:
    'This request asks for a secret file, or did not fit --only when it came. Confirm in the inspector to send it to your handler.',
  'no-target': 'There is no target. Start Hooktap with one, or name one for this replay.',
  'no-secret': 'Its endpoint has no secret to sign with.',
  'no-receiver': 'Nothing listens for it: the receiver is not open.',
  'no-public-url': 'There is no public URL: the tunnel is not open.',
  'store-unavailable': 'The event store cannot be read or written. Look at the disk.',
  internal: 'Something in Hooktap failed. Its terminal says more.',
  unreachable: 'Hooktap does not answer.',
});
