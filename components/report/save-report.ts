import { saveFile } from '@/components/save-file.ts';

/** Puts a report as it came among the user's downloads. */
export function saveReport(body: string, analysisId: string): void {
  saveFile(body, 'application/json', `detonate-report-${analysisId.replace(/[^\w-]/g, '')}.json`);
}
