// Knows nginx: one server per site on loopback, as WordPress hosts set it up.

import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Daemon, startDaemon } from './process.ts';
import { siteConfigurationVariable } from './wordpress-package.ts';
import type { WorkDirectory } from './work-directory.ts';

export interface WebServer {
  readonly port: number;
  readonly documentRoot: string;
  /** Holds `wp-content`. */
  readonly siteFolder: string;
  readonly siteConfiguration: string;
  readonly accessLog: string;
  readonly socket: string;
}

export function startWebServers(directory: WorkDirectory, servers: readonly WebServer[]): Promise<Daemon> {
  const temporary = join(directory.temporary, 'nginx');
  mkdirSync(temporary, { recursive: true });
  const errorLog = join(directory.logs, 'nginx-errors.log');
  const configuration = join(directory.configuration, 'nginx.conf');
  writeFileSync(
    configuration,
    `${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
daemon off;
pid ${join(directory.pids, 'nginx-own.pid')};
error_log ${errorLog} warn;
worker_processes 1;
events { worker_connections 512; }
http {
  types {
    text/html html; text/css css; text/plain txt; application/javascript js; application/json json;
    application/pdf pdf; image/jpeg jpg jpeg; image/png png; image/gif gif; image/webp webp; image/avif avif;
    image/svg+xml svg; font/woff2 woff2; audio/mpeg mp3; video/mp4 mp4;
  }
  default_type application/octet-stream;
  client_body_temp_path ${temporary}/body;
  fastcgi_temp_path ${temporary}/fastcgi;
  proxy_temp_path ${temporary}/proxy;
  scgi_temp_path ${temporary}/scgi;
  uwsgi_temp_path ${temporary}/uwsgi;
  client_max_body_size 33m;
  large_client_header_buffers 4 32k;
  keepalive_timeout 65;
  keepalive_requests 100000;
  server_tokens off;
  gzip on;
  gzip_comp_level 1;
  gzip_types application/json text/css application/javascript;
  # What a gateway asked for, and what it cost.
  log_format requests '$msec $request_method $status $body_bytes_sent $request_time "$request_uri"';
${servers.map(serverBlock).join('')}}
`,
  );
  return startDaemon(directory, {
    name: 'nginx',
    command: '/usr/sbin/nginx',
    args: ['-e', errorLog, '-c', configuration],
    ready: servers.map(({ port }) => port),
  });
}

function serverBlock(server: WebServer): string {
  return `
  server {
    listen 127.0.0.1:${server.port};
    server_name 127.0.0.1;
    root ${server.documentRoot};
    index index.php;
    access_log ${server.accessLog} requests;
    location ^~ /wp-content/ { root ${server.siteFolder}; try_files $uri =404; }
    location / { try_files $uri $uri/ /index.php$is_args$args; }
    location ~ \\.php$ {
      try_files $uri =404;
      # Not Debian's own list of these: its HTTP_HOST lacks the port, and WordPress then redirects every page to itself.
      fastcgi_param HTTP_HOST 127.0.0.1:${server.port};
      fastcgi_param SERVER_NAME 127.0.0.1;
      fastcgi_param SERVER_ADDR $server_addr;
      fastcgi_param SERVER_PORT $server_port;
      fastcgi_param SERVER_PROTOCOL $server_protocol;
      fastcgi_param SERVER_SOFTWARE nginx;
      fastcgi_param GATEWAY_INTERFACE CGI/1.1;
      fastcgi_param REDIRECT_STATUS 200;
      fastcgi_param REMOTE_ADDR $remote_addr;
      fastcgi_param REMOTE_PORT $remote_port;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param REQUEST_SCHEME $scheme;
      fastcgi_param REQUEST_URI $request_uri;
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param CONTENT_TYPE $content_type;
      fastcgi_param CONTENT_LENGTH $content_length;
      fastcgi_param DOCUMENT_ROOT $document_root;
      fastcgi_param DOCUMENT_URI $document_uri;
      fastcgi_param SCRIPT_NAME $fastcgi_script_name;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param ${siteConfigurationVariable} ${server.siteConfiguration};
      fastcgi_pass unix:${server.socket};
      fastcgi_read_timeout 120s;
      fastcgi_buffer_size 64k;
      fastcgi_buffers 32 64k;
      fastcgi_busy_buffers_size 256k;
    }
  }
`;
}
