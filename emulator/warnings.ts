import { between, choose, seedOf } from './choice.ts';
import { familyOf } from './platforms.ts';
import type { Analysed } from './submission.ts';
import { type Classification, hasRun, isHarmful } from './verdict.ts';

const NOT_RUN = 'The URL could not be opened, the analysis did not run';

const KNOWN_PROCESSES = {
  windows: 'conhost.exe, MpCmdRun.exe, WMIADAP.exe',
  macos: 'mdworker_shared, softwareupdated',
  linux: 'systemd, dbus-daemon',
} as const;

/** What a report warns of: that nothing was opened, or what most real reports say, which means no harm. */
export function warningsOf(analysed: Analysed, classification: Classification): string[] {
  if (!hasRun(analysed, classification)) return [NOT_RUN];
  if (!isHarmful(classification)) return [];
  const seed = seedOf(analysed);
  const everyday = [
    'Time limit of 200 s reached, the analysis was ended there',
    `Processes left out, known to be harmless: ${KNOWN_PROCESSES[familyOf(analysed.platform)]}`,
    'Domains left out, known to be harmless: update.example, time.example',
    'Addresses left out, known to be harmless: 192.0.2.53, 192.0.2.123',
    'Some processes were not looked into, their behavior is missing',
    'The list of opened files grew too long and was cut',
  ];
  return choose(everyday, between(2, 4, `${seed}/warnings`), seed);
}
