export type { ExportChoice, ExportedSelection } from './archive-calls.ts';
export type { BatchRequestInput } from './batch-calls.ts';
export * from './body-content.ts';
export { type Client, type ClientOptions, createClient } from './client.ts';
export type { EventSchema } from './drift-calls.ts';
export type { EndpointConfigInput, EndpointVerb } from './endpoint-calls.ts';
export { HooktapProblem } from './problem.ts';
export type { StreamOptions, StreamState, StreamTiming } from './stream.ts';
export type { StreamSocket, StreamSocketConstructor } from './web-socket-port.ts';
