import type { Row } from '@/utils/background/overview.ts';
import type { Brief } from '@/utils/spectra/brief.ts';

/** An analysis as the page of its batch shows it: how it stands, and what its report says, as far as that is kept. */
export interface ReportRow extends Row {
  brief?: Brief;
}
