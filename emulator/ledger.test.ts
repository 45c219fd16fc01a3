import { expect, test } from 'vitest';
import { createLedger } from './ledger.ts';

const headers = { authorization: false, user: null, cookie: false, contentType: null, origin: null };
const opening = { receivedAt: 1, method: 'GET', path: '/', endpoint: null, headers, fault: null };

test('numbers the requests in order of arrival, and tells what is not known yet', () => {
  const ledger = createLedger();
  ledger.open(opening);
  ledger.open(opening);
  expect(ledger.entries()).toMatchObject([
    { seq: 1, status: 'none', ended: 'pending', answeredAt: null, body: null },
    { seq: 2 },
  ]);
});

test('what is noted later does not change what was read before', () => {
  const ledger = createLedger();
  const { note } = ledger.open(opening);
  const before = ledger.entries();
  note({ status: 200 });
  expect([before, ledger.entries()]).toMatchObject([[{ status: 'none' }], [{ status: 200 }]]);
});

test('the oldest entry goes where they are too many', () => {
  const ledger = createLedger({ maxEntries: 2 });
  for (let i = 0; i < 3; i += 1) ledger.open(opening);
  expect(ledger.entries().map(({ seq }) => seq)).toEqual([2, 3]);
});

test('the oldest go where their bodies are too long, those without a body as well', () => {
  const ledger = createLedger({ maxBodyChars: 10 });
  ledger.open(opening);
  for (const body of ['12345', '67890', 'x']) ledger.open(opening).note({ body });
  expect(ledger.entries().map(({ seq }) => seq)).toEqual([3, 4]);
  ledger.open(opening).note({ body: '123456789' });
  expect(ledger.entries().map(({ seq }) => seq)).toEqual([4, 5]);
});

test('reset starts again at 1, and what an old request notes is not seen', () => {
  const ledger = createLedger();
  const old = ledger.open(opening);
  ledger.reset();
  ledger.open(opening);
  old.note({ status: 200 });
  expect(ledger.entries()).toMatchObject([{ seq: 1, status: 'none' }]);
});

test('waitFor finds what is there, and what comes', async () => {
  const ledger = createLedger();
  const opened = ledger.waitFor(({ seq }) => seq === 1);
  const { note } = ledger.open(opening);
  expect(await opened).toMatchObject({ status: 'none' });
  expect(await ledger.waitFor(({ seq }) => seq === 1)).toMatchObject({ status: 'none' });
  const answered = ledger.waitFor(({ status }) => status === 200);
  note({ status: 200 });
  expect(await answered).toMatchObject({ seq: 1, status: 200 });
});

test('waitFor gives up', async () => {
  await expect(createLedger().waitFor(() => true, 1)).rejects.toThrow(/No entry/);
});
