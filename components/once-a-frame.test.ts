import { expect, it, vi } from 'vitest';
import { onceAFrame } from './once-a-frame.ts';

it('calls once a frame, and never while an earlier call is at work', async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  const ends: (() => void)[] = [];
  const ask = onceAFrame(() => new Promise((end) => ends.push(end)));
  ask();
  ask();
  expect(frames).toHaveLength(1);
  frames.shift()?.();
  expect(ends).toHaveLength(1);
  ask();
  ask();
  expect(frames).toHaveLength(0);
  ends.shift()?.();
  await vi.waitFor(() => expect(frames).toHaveLength(1));
  frames.shift()?.();
  expect(ends).toHaveLength(1);
  ends.shift()?.();
  await Promise.resolve();
  expect(frames).toHaveLength(0);
  vi.unstubAllGlobals();
});
