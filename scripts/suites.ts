/** A command, and how its outcome is counted: as one check, or by the tests that vitest ran in these projects. */
export type Step =
  | { name: string; command: [string, ...string[]] }
  | { name: string; projects: [string, ...string[]] };

const BUILD: Step[] = [
  { name: 'package for Chrome and Edge', command: ['wxt', 'zip', '-b', 'chrome'] },
  { name: 'package for Firefox', command: ['wxt', 'zip', '-b', 'firefox'] },
];

export const SUITES: Record<string, Step[]> = {
  test: [
    { name: 'types', command: ['tsc', '--noEmit'] },
    { name: 'lint, import directions and format', command: ['biome', 'ci', '--error-on-warnings'] },
    { name: 'dead code and unused packages', command: ['knip'] },
    ...BUILD,
    { name: 'rules, emulator, wire and package', projects: ['unit', 'emulator', 'wire', 'package'] },
    { name: 'journeys in both browsers', projects: ['journeys'] },
  ],
  long: [
    ...BUILD,
    { name: 'ten thousand stories of the model, and faults put into it', projects: ['model'] },
    {
      name: 'accessibility, long lists, a display, restarts, another address and the drivers in both browsers',
      projects: ['apart'],
    },
    { name: 'four hundred kill points in both browsers', projects: ['kill'] },
    { name: 'real time, updates and a thousand operations in both browsers', projects: ['long'] },
  ],
  corpus: [
    { name: 'real response bodies and their mutilations, reports and URLs', projects: ['samples'] },
    ...BUILD,
    { name: 'corpora over the wire and through both browsers', projects: ['corpus'] },
  ],
};
