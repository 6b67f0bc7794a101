import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { account, freePort, own, ownFolder, program, type RunningServer, run } from './running';

/** A WebDAV server that is installed or not. */
export interface InstalledServer {
  readonly name: string;
  /** What Debian has it in. */
  readonly packages: readonly string[];
  readonly isInstalled: () => boolean;
  readonly start: () => Promise<RunningServer>;
}

const apacheModules = '/usr/lib/apache2/modules';
const nginxDav = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';

/** Each with as small a configuration as lets one user read and write. */
export const debianServers: readonly InstalledServer[] = [
  {
    name: 'Apache mod_dav',
    packages: ['apache2-bin'],
    isInstalled: () =>
      program('apache2') !== undefined && existsSync(`${apacheModules}/mod_dav_fs.so`),
    start: () =>
      started('apache2', (place) => {
        write(place, 'apache.conf', apacheConfiguration(place));
        return ['-f', join(place.folder, 'apache.conf'), '-DFOREGROUND'];
      }),
  },
  {
    name: 'nginx-dav-ext',
    packages: ['nginx-light', 'libnginx-mod-http-dav-ext'],
    isInstalled: () => program('nginx') !== undefined && existsSync(nginxDav),
    start: () =>
      started('nginx', (place) => {
        write(place, 'nginx.conf', nginxConfiguration(place));
        return ['-e', join(place.folder, 'log'), '-c', join(place.folder, 'nginx.conf')];
      }),
  },
  {
    name: 'lighttpd mod_webdav',
    packages: ['lighttpd', 'lighttpd-mod-webdav'],
    isInstalled: () =>
      program('lighttpd') !== undefined && existsSync('/usr/lib/lighttpd/mod_webdav.so'),
    start: () =>
      started('lighttpd', (place) => {
        write(place, 'passwords', `${account.user}:${account.password}\n`);
        write(place, 'lighttpd.conf', lighttpdConfiguration(place));
        return ['-D', '-f', join(place.folder, 'lighttpd.conf')];
      }),
  },
  {
    name: 'rclone serve webdav',
    packages: ['rclone'],
    isInstalled: () => program('rclone') !== undefined,
    start: async () => {
      const server = await started('rclone', ({ port, folder }) => [
        ...['serve', 'webdav', '--addr', `127.0.0.1:${port}`, '--config', join(folder, 'rclone')],
        ...['--user', account.user, '--pass', account.password, join(folder, 'data')],
      ]);
      // What others put into its folder it lists minutes later.
      return { ...server, data: undefined };
    },
  },
];

interface Place {
  readonly folder: string;
  readonly port: number;
}

async function started(
  name: string,
  prepare: (place: Place) => readonly string[],
): Promise<RunningServer> {
  const folder = ownFolder(name);
  const place = { folder, port: await freePort() };
  for (const one of ['data', 'tmp']) {
    mkdirSync(join(folder, one));
    own(join(folder, one));
  }
  const digest = createHash('sha1').update(account.password).digest('base64');
  write(place, 'htpasswd', `${account.user}:{SHA}${digest}\n`);
  const stop = await run(program(name) ?? name, prepare(place), place);
  return {
    address: `http://127.0.0.1:${place.port}/`,
    ...account,
    data: join(folder, 'data'),
    stop,
  };
}

function write({ folder }: Place, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
  own(join(folder, name));
}

function apacheConfiguration({ folder, port }: Place): string {
  const modules = ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user'];
  return [
    `ServerRoot ${folder}`,
    'ServerName 127.0.0.1',
    `Listen 127.0.0.1:${port}`,
    `PidFile ${folder}/pid`,
    ...[...modules, 'auth_basic', 'dav', 'dav_fs'].map(
      (module) => `LoadModule ${module}_module ${apacheModules}/mod_${module}.so`,
    ),
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

function nginxConfiguration({ folder, port }: Place): string {
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `load_module ${nginxDav};
daemon off; pid ${folder}/pid; error_log ${folder}/log; worker_processes 1;
events {}
http { access_log off; ${places.map((one) => `${one}_temp_path ${folder}/tmp/${one};`).join(' ')}
 server { listen 127.0.0.1:${port}; root ${folder}/data; auth_basic dav; auth_basic_user_file ${folder}/htpasswd;
  location / { dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; create_full_put_path off; } } }
`;
}

function lighttpdConfiguration({ folder, port }: Place): string {
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
`;
}
