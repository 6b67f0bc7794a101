import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverLibraries } from '../../../scripts/servers.mjs';

export interface RunningServer {
  /** Of WebDAV itself. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** Of S3. */
  readonly bucket?: string | undefined;
  /** The folder on this disk that it serves as it is, if it does. */
  readonly data?: string | undefined;
  readonly stop: () => Promise<void>;
}

/** A password that is no Latin-1 and one to write into a configuration. */
export const account = { user: 'reader', password: 'pä55 密' };

/** Whom a server is to be, that is started as root and must not stay it. */
export interface Servant {
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

/** Nothing where the tests do not run as root: then a server is whoever runs them. */
export function servant(): Servant | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (!line) return undefined;
  const [, uid = '', gid = ''] = line;
  const group = new RegExp(`^([^:]+):[^:]*:${gid}:`, 'm').exec(readFileSync('/etc/group', 'utf8'));
  return { user: 'nobody', group: group?.[1] ?? gid, uid: Number(uid), gid: Number(gid) };
}

/** A folder of its own below the temporary one, given to whom servers are. */
export function ownFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `offprint-${name}-`));
  own(folder);
  return folder;
}

/** Gives a file or a folder to whom servers are. */
export function own(path: string): void {
  const to = servant();
  if (to) chownSync(path, to.uid, to.gid);
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
  { port, folder }: { port: number; folder: string },
): Promise<() => Promise<void>> {
  let said = '';
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LD_LIBRARY_PATH: serverLibraries() },
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
