import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserName } from '../drivers/driver.ts';
import { createKillPoints, describeKillPoint, type KillPoint } from './kill-point.ts';
import { openRig, type Rig } from './rig.ts';
import { createRunner } from './run.ts';
import { createTally } from './tally.ts';

const OF_BACKGROUND = createKillPoints(185, 3);
const OF_BROWSER = createKillPoints(15, 30);

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await openRig(name);
  });
  afterAll(() => rig?.close());

  describe.each([
    ['background', OF_BACKGROUND],
    ['browser', OF_BROWSER],
  ] as const)('the %s is killed', (victim, points) => {
    const tally = createTally();
    let run: (point: KillPoint) => Promise<void>;

    beforeAll(() => {
      run = createRunner(rig, victim, tally);
    });
    afterAll(() => console.log(tally.print(`${name}, the ${victim} killed`)));

    it.each(points.map((point) => [describeKillPoint(point), point] as const))(
      '%s',
      (_, point) => run(point),
      90_000,
    );

    it('all of them were, and each fault at each time', () => {
      expect(tally.total()).toBe(points.length);
      if (victim === 'background') expect(tally.missing()).toEqual([]);
    });
  });
});
