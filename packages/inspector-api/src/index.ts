export * from './open-inspector-api.ts';
