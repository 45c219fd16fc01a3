import { randomUUID } from 'node:crypto';
import { type AccountInput, createAccounts, DEMO_ACCOUNT } from './accounts.ts';
import { createAnalyses } from './analyses.ts';
import { createCertificate } from './certificate.ts';
import { createExchange } from './exchange.ts';
import { createFaultBook } from './fault-book.ts';
import { createLedger } from './ledger.ts';
import { createLoopbackServer, type Listening } from './loopback-server.ts';
import { createRateWindow } from './rate-window.ts';
import { createRoutes } from './routes.ts';
import { createService } from './service.ts';
import { createSettings, type Settings } from './settings.ts';
import { createUsage } from './usage.ts';
import { createVerdicts } from './verdicts.ts';

export interface EmulatorOptions extends Partial<Settings> {
  /** The clock, ms since 1970. Delays that are ordered as faults run in real time all the same. */
  now?: () => number;
  /** Analysis ids follow from it; a random one where none is given. */
  seed?: string;
  accounts?: readonly AccountInput[];
  tls?: boolean;
}

/** Spectra Intelligence on loopback: TCA-0207 as its document says, its reports, and the usage of TCA-9999. */
export function createEmulator(options: EmulatorOptions = {}) {
  const {
    now = Date.now,
    seed = randomUUID(),
    accounts: initial = [DEMO_ACCOUNT],
    tls = false,
    ...rest
  } = options;
  const settings = createSettings(rest);
  const accounts = createAccounts(initial);
  const analyses = createAnalyses(seed, now);
  const usage = createUsage();
  const verdicts = createVerdicts();
  const window = createRateWindow();
  const ledger = createLedger();
  const faults = createFaultBook();
  const routes = createRoutes({ analyses, settings, usage, verdicts });
  const service = createService({ accounts, analyses, routes, settings, usage, verdicts, window, now });
  const exchange = createExchange({ service, ledger, faults, now });
  let server: ReturnType<typeof createLoopbackServer> | undefined;

  const control = {
    ledger,
    faults,
    accounts,
    analyses,
    verdicts,
    settings,
    /** Puts everything back as it was at the start, and cuts the connections that wait for an answer. */
    reset(): void {
      exchange.dropAll();
      for (const part of [settings, accounts, analyses, verdicts, usage, window, ledger]) part.reset();
      faults.clear();
    },
  };

  return {
    control,
    /** Binds to 127.0.0.1. `certificate` is the PEM of what TLS shows, for clients that are to trust it. */
    async listen(port = 0): Promise<Listening & { certificate?: string }> {
      const certificate = tls ? await createCertificate() : undefined;
      server = createLoopbackServer(exchange.handle, certificate);
      const listening = await server.listen(port);
      return { ...listening, ...(certificate && { certificate: certificate.cert }) };
    },
    /** Cuts what is still open, and resolves when the port is free. */
    async close(): Promise<void> {
      exchange.dropAll();
      await server?.close();
    },
  };
}

type Emulator = ReturnType<typeof createEmulator>;
export type Control = Emulator['control'];
