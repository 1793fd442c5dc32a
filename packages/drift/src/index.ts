export { Drift, type DriftContext } from './drift.ts';
