import { messageContents } from './message-contents.ts';
import type { ReceivedContent } from './received-content.ts';
import { billContents, shopContents } from './shop-contents.ts';
import { pollContents, socialContents } from './social-contents.ts';
import { templateContents } from './template-contents.ts';

/** Each content kind of a ReceivedCallback. */
export const receivedContents: readonly ReceivedContent[] = [
  ...messageContents,
  ...templateContents,
  ...shopContents,
  ...pollContents,
  ...billContents,
  ...socialContents,
];
