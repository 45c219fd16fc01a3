import { describe, expect, it } from 'vitest';
import { analysisSchema } from './analysis.ts';
import first from './fixtures/analyses-0.1.0.json';
import second from './fixtures/analyses-schema-2.json';
import { migrateAnalysis } from './migrate.ts';
import { MINUTE } from './time.ts';

describe('a record of 0.1.0', () => {
  it.each(first.map((record) => [record.state, record] as const))(
    '%s keeps all that it held',
    (_, record) => {
      const analysis = analysisSchema.parse(migrateAnalysis(record));
      expect(analysis).toMatchObject({ ...record, version: 3, looks: 0 });
    },
  );

  it('that was unconfirmed is looked for, which was not done then', () => {
    const record = first.find(({ state }) => state === 'unconfirmed');
    expect(migrateAnalysis(record)).toMatchObject({ lookAt: (record?.sentAt ?? 0) + 5 * MINUTE });
    expect(migrateAnalysis(first[0])).not.toHaveProperty('lookAt');
  });

  it('that ran is asked for its report, which was not done then', () => {
    const record = first.find(({ state }) => state === 'running');
    expect(migrateAnalysis(record)).toMatchObject({ lookAt: (record?.startedAt ?? 0) + 3 * MINUTE });
  });
});

describe('a record of the second schema', () => {
  it.each(second.map((record) => [record.state, record] as const))(
    '%s keeps all that it held',
    (_, record) => {
      const analysis = analysisSchema.parse(migrateAnalysis(record));
      expect(analysis).toMatchObject({ ...record, version: 3 });
      expect(analysis.lookAt !== undefined).toBe(record.state === 'running' || 'lookAt' in record);
    },
  );
});

it.each([[null], [undefined], ['text'], [{}], [{ version: 3, state: 'queued' }], [{ version: 99 }]])(
  '%j is given back as it is',
  (value) => expect(migrateAnalysis(value)).toBe(value),
);
