import { runProgram } from './programs/run-program.ts';

export { runBenchmarks } from './run-benchmarks.ts';

// The same bundle is each of the helper processes: `node main.js program <name> <options as JSON>`.
const [, , word, name, options] = process.argv;
if (word === 'program' && name && options) await runProgram(name, options);
