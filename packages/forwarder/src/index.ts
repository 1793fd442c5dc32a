export { createForwarder, type ForwarderOptions } from './create-forwarder.ts';
