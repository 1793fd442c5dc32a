export * from './handshakes/handshake.ts';
export * from './indexed-head.ts';
export * from './pack.ts';
export * from './reading.ts';
export * from './register/registration.ts';
export * from './samples/fresh.ts';
export * from './samples/sample.ts';
export * from './signature/scheme.ts';
