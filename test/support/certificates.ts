/**
 * Certificates, made by `openssl` when a test wants them, in a folder that goes with it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Where the certificate is. */
  readonly file: string;
}

export interface Certificates {
  /** An authority that nobody knows. */
  readonly authority: Certificate;
  /** One of a host or an address, signed by that authority. */
  signed(name: string, options?: { host?: string; days?: number }): Certificate;
  /** One that has signed itself. */
  selfSigned(name: string): Certificate;
  remove(): void;
}

const address = '127.0.0.1';

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'pressgraph-certificates-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const read = (name: string): Certificate => ({
    key: readFileSync(join(folder, `${name}.key`), 'utf8'),
    cert: readFileSync(join(folder, `${name}.pem`), 'utf8'),
    file: join(folder, `${name}.pem`),
  });
  const alternative = (host = address) => ['-addext', `subjectAltName=${host === address ? 'IP' : 'DNS'}:${host}`];
  openssl('req', '-x509', ...newKey, '-keyout', 'authority.key', '-out', 'authority.pem', '-subj', '/CN=An authority');
  return {
    authority: read('authority'),
    signed(name, { host, days = 1 } = {}) {
      const request = [...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`];
      openssl('req', '-new', ...request, ...alternative(host));
      const signing = [
        '-CA',
        'authority.pem',
        '-CAkey',
        'authority.key',
        '-CAcreateserial',
        '-copy_extensions',
        'copy',
      ];
      openssl('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, '-days', String(days), ...signing);
      return read(name);
    },
    selfSigned(name) {
      const request = [...newKey, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=${name}`];
      openssl('req', '-x509', ...request, ...alternative());
      return read(name);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
