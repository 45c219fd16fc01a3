import { describe, expect, it } from 'vitest';
import { analysisSchema } from './analysis.ts';
import first from './fixtures/analyses-0.1.0.json';
import second from './fixtures/analyses-schema-2.json';
import { migrateAnalysis } from './migrate.ts';
import { HOUR, MINUTE } from './time.ts';

/** A minute after what stands in the fixtures was started. */
const NOW = (first.find(({ state }) => state === 'running')?.startedAt ?? 0) + MINUTE;

describe('a record of 0.1.0', () => {
  it.each(first.map((record) => [record.state, record] as const))(
    '%s keeps all that it held',
    (_, record) => {
      const analysis = analysisSchema.parse(migrateAnalysis(record, NOW));
      expect(analysis).toMatchObject({ ...record, version: 3, looks: 0 });
    },
  );

  it('that was unconfirmed is looked for, which was not done then', () => {
    const record = first.find(({ state }) => state === 'unconfirmed');
    expect(migrateAnalysis(record, NOW)).toMatchObject({ lookAt: (record?.sentAt ?? 0) + 5 * MINUTE });
    expect(migrateAnalysis(first[0], NOW)).not.toHaveProperty('lookAt');
  });

  it('that ran for long has no report until the user checks again', () => {
    const record = first.find(({ state }) => state === 'running');
    const old = analysisSchema.parse(migrateAnalysis(record, NOW + 2 * HOUR));
    expect(old.state).toBe('noReport');
    expect(old).not.toHaveProperty('lookAt');
  });

  it('that ran is asked for its report, which was not done then', () => {
    const record = first.find(({ state }) => state === 'running');
    expect(migrateAnalysis(record, NOW)).toMatchObject({ lookAt: (record?.startedAt ?? 0) + 3 * MINUTE });
  });
});

describe('a record of the second schema', () => {
  it.each(second.map((record) => [record.state, record] as const))(
    '%s keeps all that it held',
    (_, record) => {
      const analysis = analysisSchema.parse(migrateAnalysis(record, NOW));
      expect(analysis).toMatchObject({ ...record, version: 3 });
      expect(analysis.lookAt !== undefined).toBe(record.state === 'running' || 'lookAt' in record);
    },
  );
});

it.each([[null], [undefined], ['text'], [{}], [{ version: 3, state: 'queued' }], [{ version: 99 }]])(
  '%j is given back as it is',
  (value) => expect(migrateAnalysis(value, NOW)).toBe(value),
);
