export { type ExportOptions, exportEvents, summarizeExport } from './export-events.ts';
