import { doctorSentences, handshakeSentences } from '@hooktap/protocol';
import { area } from '../message.ts';

/** What is found of one request’s signature, and of a provider’s test of the URL, by code. */
export const doctor = area('doctor', { part: doctorSentences, handshake: handshakeSentences });
