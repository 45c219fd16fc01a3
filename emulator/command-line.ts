import { parseArgs } from 'node:util';

export interface CommandLine {
  port: number;
  controlPort: number | null;
  tls: boolean;
  speed: number;
  seed: string | null;
}

export const HELP = `Usage: npm run emulator -- [options]

Emulates Spectra Intelligence (TCA-0207, its reports of TCA-0106 and TCA-0403, and the usage of TCA-9999) on 127.0.0.1.

  --port <number>          port of the service (default 8207; 0 takes a free one)
  --control-port <number>  port of the control interface for tests (default: off)
  --tls                    serve HTTPS with a certificate made on the spot
  --speed <number>         how much faster than life analyses finish (default 1: about 15 minutes)
  --seed <text>            what the analysis ids follow from (default: random)
  --help                   print this
`;

/** Thrown where the command line makes no sense; the message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Parses the flags; null where help is asked for. Throws a UsageError. */
export function parseCommandLine(args: readonly string[]): CommandLine | null {
  const { help, port, 'control-port': controlPort, tls, speed, seed } = parseFlags(args);
  if (help) return null;
  return {
    port: port === undefined ? 8207 : parsePort('--port', port),
    controlPort: controlPort === undefined ? null : parsePort('--control-port', controlPort),
    tls: tls ?? false,
    speed: speed === undefined ? 1 : parseSpeed(speed),
    seed: seed ?? null,
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        port: { type: 'string' },
        'control-port': { type: 'string' },
        tls: { type: 'boolean' },
        speed: { type: 'string' },
        seed: { type: 'string' },
      },
    }).values;
  } catch (error) {
    // node adds hints after the first sentence
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\.\s|\n/);
    throw new UsageError(`${sentence.replace(/\.$/, '')}; --help tells the options.`);
  }
}

function parsePort(flag: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new UsageError(`${flag} has to be a number from 0 to 65535, not "${text}".`);
}

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (Number.isFinite(speed) && speed > 0) return speed;
  throw new UsageError(`--speed has to be a number above 0, not "${text}".`);
}
