import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { atExit } from './at-exit.ts';
import { waitFor, within } from './wait.ts';

const run = promisify(execFile);

/** A virtual X display with a window manager. */
export interface Display {
  /** As X programs want it: `:99`. */
  name: string;
  /** Runs xdotool on the display and answers with what it printed. */
  xdotool(...args: (string | number)[]): Promise<string>;
  close(): Promise<void>;
}

/** Gives the display that is already there by its name the same face. */
export function xdotoolOn(display: string): Display['xdotool'] {
  return async (...args) => {
    const { stdout } = await run('xdotool', args.map(String), { env: { ...process.env, DISPLAY: display } });
    return stdout.trim();
  };
}

/**
 * Starts Xvfb and openbox, and waits until windows would be managed. Without a window manager nothing gets the
 * focus, and keys go nowhere.
 *
 * @throws When `Xvfb`, `openbox` or `xdotool` is not installed.
 */
export async function startDisplay(): Promise<Display> {
  // Without -noreset, the server begins anew when its last client goes: that may be us, asking for a window
  // manager that is just about to start.
  const screen = ['-screen', '0', '1280x1000x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  await once(server, 'spawn');
  const started: ChildProcess[] = [server];
  const callOff = atExit(() => {
    for (const child of started) child.kill();
  });
  const close = async () => {
    for (const child of started.reverse()) await end(child);
    callOff();
  };
  try {
    const name = `:${await within(firstLine(server.stdio[3] as Readable), { for: 'Xvfb to open a display' })}`;
    const manager = spawn('openbox', { env: { ...process.env, DISPLAY: name }, stdio: 'ignore' });
    await once(manager, 'spawn');
    started.push(manager);
    const xdotool = xdotoolOn(name);
    await waitFor(() => xdotool('get_num_desktops'), { for: `a window manager on display ${name}` });
    return { name, xdotool, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  throw new Error('Xvfb ended without a display');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}
