import { handlerSentences, refusalSentences } from '@hooktap/protocol';
import { area } from '../message.ts';

/** What the server says by code: what it refuses, and what it knows of handlers. */
export const server = area('server', { refusal: refusalSentences, handler: handlerSentences });
