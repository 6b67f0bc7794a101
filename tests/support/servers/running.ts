import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface RunningServer {
  /** Of WebDAV itself. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** The folder on this disk that it serves as it is, if it does. */
  readonly data?: string | undefined;
  readonly stop: () => Promise<void>;
}

/** A password that is no Latin-1 and one to write into a configuration. */
export const account = { user: 'reader', password: 'pä55 密' };

/** The program of that name; Debian has servers where a user's path does not look. */
export function program(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Whom a server runs as: never root, so that it needs nothing that a reader's machine would refuse. */
function nobody(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : undefined;
}

/** A folder of its own below the temporary one, given to whom servers run as. */
export function ownFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `offprint-${name}-`));
  own(folder);
  return folder;
}

/** Gives a file or a folder to whom servers run as. */
export function own(path: string): void {
  const user = nobody();
  if (user) chownSync(path, user.uid, user.gid);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a server in the foreground and waits until it takes a connection.
 * @returns What stops it and clears its folder.
 * @throws Error with what it said, where it ended instead.
 */
export async function run(
  command: string,
  args: readonly string[],
  { port, folder, env }: { port: number; folder: string; env?: Record<string, string> },
): Promise<() => Promise<void>> {
  let said = '';
  const child = spawn(command, args, {
    cwd: folder,
    ...nobody(),
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  while (!(await takesConnection(port))) {
    if (!isRunning(child)) throw new Error(`${command} ended: ${said}`);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10))]);
  }
  return async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

function isRunning({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

function takesConnection(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
