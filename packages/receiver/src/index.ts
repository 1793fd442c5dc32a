export { createListener, type Listener, type ListenerOptions } from './listener.ts';
export type { OpenError } from './open-error.ts';
export { type OpenResult, openReceiver, type Receiver, type ReceiverOptions } from './open-receiver.ts';
export { UnpassableResponse } from './passed-on-head.ts';
