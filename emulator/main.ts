import { DEMO_ACCOUNT } from './accounts.ts';
import { type CommandLine, HELP, parseCommandLine, UsageError } from './command-line.ts';
import { createControlServer } from './control-server.ts';
import { createEmulator } from './emulator.ts';

async function start({ port, controlPort, tls, speed, seed }: CommandLine): Promise<void> {
  const emulator = createEmulator({ tls, speed, ...(seed !== null && { seed }) });
  const controlServer = createControlServer(emulator.control);
  async function stop(): Promise<void> {
    await Promise.all([emulator.close(), controlServer.close()]);
  }
  process.once('SIGINT', stop).once('SIGTERM', stop);

  const { address } = await emulator.listen(port);
  console.log(`Address:  ${address}`);
  console.log(`Account:  ${DEMO_ACCOUNT.user}`);
  console.log(`Password: ${DEMO_ACCOUNT.password}`);
  if (controlPort !== null) console.log(`Control:  ${(await controlServer.listen(controlPort)).address}`);
}

try {
  const commandLine = parseCommandLine(process.argv.slice(2));
  if (commandLine === null) console.log(HELP);
  else await start(commandLine);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof UsageError ? 2 : 1);
}
