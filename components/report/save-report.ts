import { MINUTE } from '@/utils/analyses/time.ts';

/** Puts a report as it came among the user's downloads. */
export function saveReport(body: string, analysisId: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([body], { type: 'application/json' }));
  anchor.download = `detonate-report-${analysisId.replace(/[^\w-]/g, '')}.json`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), MINUTE);
}
