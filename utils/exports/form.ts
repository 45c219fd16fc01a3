/** What analyses can be exported as, each with the ending of its files and their type. */
export const EXPORT_FORMS = {
  csv: { extension: 'csv', type: 'text/csv;charset=utf-8' },
  json: { extension: 'json', type: 'application/json' },
  markdown: { extension: 'md', type: 'text/markdown;charset=utf-8' },
  stix: { extension: 'stix.json', type: 'application/stix+json;version=2.1' },
} as const;

export type ExportForm = keyof typeof EXPORT_FORMS;
