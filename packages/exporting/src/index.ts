export { type ExportOptions, exportEvents, summarizeExport } from './export-events.ts';
export { importEntries } from './reading/import-entries.ts';
