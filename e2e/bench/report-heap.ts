import { readFileSync } from 'node:fs';
import { getHeapSpaceStatistics } from 'node:v8';
import { parseReport } from '../../utils/spectra/report.ts';

// Run by itself with `--expose-gc` and a young generation that no scavenge empties meanwhile: then all that is allocated
// counts, which is at least the peak. Standard input is the body; standard output how many bytes it took beside it.

function used(): number {
  return getHeapSpaceStatistics().reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}

const body = readFileSync(0, 'utf8');
parseReport('{"rl":{"report":{}}}');
globalThis.gc?.();
const before = used();
const report = parseReport(body);
const grown = used() - before;
if (!report) throw new Error('That was no report.');
console.log(grown);
