import { recognitionWords, registrationWords } from '@hooktap/protocol';
import { area } from '../message.ts';
import { themselves } from '../themselves.ts';

/** What Hooktap’s own provider packs say, by their English. */
export const packs = area('packs', {
  registration: themselves(registrationWords),
  recognition: {
    ...themselves(recognitionWords),
    'endpoint-names': 'The endpoint names {title}.',
    'looks-like': 'It looks like {other}, though:',
    'zapi-type': "The body's type is {type}, with Z-API's own fields.",
    'meta-signed': 'It is signed with X-Hub-Signature-256 and its object is that of {object}.',
    'meta-object': 'Its object and entry are those of {object}.',
  },
});
