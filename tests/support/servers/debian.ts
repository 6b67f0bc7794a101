import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serverFile } from '../../../scripts/servers.mjs';
import { account, freePort, own, ownFolder, type RunningServer, run, servant } from './running';

interface Place {
  readonly folder: string;
  readonly port: number;
}

interface Kind {
  readonly name: string;
  /** What Debian has it in. */
  readonly packages: readonly string[];
  /** The program and what it loads, from the root of wherever it is. */
  readonly files: readonly [program: string, ...rest: string[]];
  /** Writes what it is told into its folder. */
  readonly prepare: (place: Place, files: readonly string[]) => readonly string[];
  /** What others put into its folder it lists minutes later. */
  readonly listsLate?: true;
}

/** Each with as small a configuration as lets one user read and write. */
const kinds: readonly Kind[] = [
  {
    name: 'Apache mod_dav',
    packages: ['apache2-bin'],
    files: ['usr/sbin/apache2', 'usr/lib/apache2/modules/mod_dav_fs.so'],
    prepare: (place, [, module = '']) => {
      write(place, 'apache.conf', apacheConfiguration(place, dirname(module)));
      return ['-f', join(place.folder, 'apache.conf'), '-DFOREGROUND'];
    },
  },
  {
    name: 'nginx-dav-ext',
    packages: ['nginx-light', 'libnginx-mod-http-dav-ext'],
    files: ['usr/sbin/nginx', 'usr/lib/nginx/modules/ngx_http_dav_ext_module.so'],
    prepare: (place, [, module = '']) => {
      write(place, 'nginx.conf', nginxConfiguration(place, module));
      return ['-e', join(place.folder, 'log'), '-c', join(place.folder, 'nginx.conf')];
    },
  },
  {
    name: 'lighttpd mod_webdav',
    packages: ['lighttpd', 'lighttpd-mod-webdav'],
    files: ['usr/sbin/lighttpd', 'usr/lib/lighttpd/mod_webdav.so'],
    prepare: (place, [, module = '']) => {
      write(place, 'passwords', `${account.user}:${account.password}\n`);
      write(place, 'lighttpd.conf', lighttpdConfiguration(place));
      return ['-D', '-f', join(place.folder, 'lighttpd.conf'), '-m', dirname(module)];
    },
  },
  {
    name: 'rclone serve webdav',
    packages: ['rclone'],
    files: ['usr/bin/rclone'],
    prepare: ({ port, folder }) => [
      ...['serve', 'webdav', '--addr', `127.0.0.1:${port}`, '--config', join(folder, 'rclone')],
      ...['--user', account.user, '--pass', account.password, join(folder, 'data')],
    ],
    listsLate: true,
  },
];

/** A WebDAV server that is at hand or not. */
export interface DebianServer {
  readonly name: string;
  readonly packages: readonly string[];
  /** Absent where it is not at hand. */
  readonly start?: () => Promise<RunningServer>;
}

export const debianServers: readonly DebianServer[] = kinds.map((kind) => {
  const { name, packages, files } = kind;
  const found = files.flatMap((file) => serverFile(file) ?? []);
  return found.length === files.length
    ? { name, packages, start: () => started(kind, found) }
    : { name, packages };
});

async function started(
  { prepare, listsLate }: Kind,
  files: readonly string[],
): Promise<RunningServer> {
  const folder = ownFolder('server');
  const place = { folder, port: await freePort() };
  for (const one of ['data', 'tmp']) {
    mkdirSync(join(folder, one));
    own(join(folder, one));
  }
  const digest = createHash('sha1').update(account.password).digest('base64');
  write(place, 'htpasswd', `${account.user}:{SHA}${digest}\n`);
  const stop = await run(files[0] ?? '', prepare(place, files), place);
  const address = `http://127.0.0.1:${place.port}/`;
  return { address, ...account, ...(!listsLate && { data: join(folder, 'data') }), stop };
}

function write({ folder }: Place, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  own(join(folder, name));
}

function apacheConfiguration({ folder, port }: Place, apacheModules: string): string {
  const to = servant();
  const modules = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user'];
  return [
    `ServerRoot ${folder}`,
    'ServerName 127.0.0.1',
    `Listen 127.0.0.1:${port}`,
    `PidFile ${folder}/pid`,
    ...[...modules, 'auth_basic', 'dav', 'dav_fs'].map(
      (module) => `LoadModule ${module}_module ${apacheModules}/mod_${module}.so`,
    ),
    ...(to ? [`User ${to.user}`, `Group ${to.group}`] : []),
    `ErrorLog ${folder}/log`,
    `DavLockDB ${folder}/locks`,
    `DocumentRoot ${folder}/data`,
    `<Directory ${folder}/data>`,
    'Dav On',
    'AuthType Basic',
    'AuthName dav',
    `AuthUserFile ${folder}/htpasswd`,
    'Require valid-user',
    '</Directory>\n',
  ].join('\n');
}

function nginxConfiguration({ folder, port }: Place, nginxDav: string): string {
  const to = servant();
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `load_module ${nginxDav};${to ? ` user ${to.user} ${to.group};` : ''}
daemon off; pid ${folder}/pid; error_log ${folder}/log; worker_processes 1;
events {}
http { access_log off; ${places.map((one) => `${one}_temp_path ${folder}/tmp/${one};`).join(' ')}
 server { listen 127.0.0.1:${port}; root ${folder}/data; auth_basic dav; auth_basic_user_file ${folder}/htpasswd;
  location / { dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; create_full_put_path off; } } }
`;
}

function lighttpdConfiguration({ folder, port }: Place): string {
  const to = servant();
  return `server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
server.document-root = "${folder}/data"
server.bind = "127.0.0.1"
server.port = ${port}
server.errorlog = "${folder}/log"
server.upload-dirs = ("${folder}/tmp")
auth.backend = "plain"
auth.backend.plain.userfile = "${folder}/passwords"
auth.require = ("/" => ("method" => "basic", "realm" => "dav", "require" => "valid-user"))
webdav.activate = "enable"
${to ? `server.username = "${to.user}"\nserver.groupname = "${to.group}"\n` : ''}`;
}
