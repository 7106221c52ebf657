import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discoverRestRoot } from '../../../src/wordpress/discovery/discovery.ts';
import { createTransport, type Transport } from '../../../src/wordpress/http/transport.ts';
import { type Certificate, type Certificates, makeCertificates } from '../../support/certificates.ts';
import { startProgram } from '../../support/program.ts';
import { scriptedSite } from '../../support/scripted-site.ts';

const cli = 'dist/cli.js';

describe('a site to which no connection comes about', () => {
  let certificates: Certificates;
  let transport: Transport;
  const servers: Server[] = [];

  beforeAll(() => {
    certificates = makeCertificates();
    transport = createTransport({ connections: 8, timeout: 5_000, retries: 0, maxResponseBytes: 100_000 });
  });
  afterAll(async () => {
    await transport?.close();
    certificates?.remove();
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  });

  async function portOf(server: Server): Promise<number> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    return (server.address() as AddressInfo).port;
  }
  const scripted = scriptedSite();
  const answer: RequestListener = async (request, response) => {
    const url = `https://site.test${request.url}`;
    const { status, headers, body } = await scripted.send({ method: 'GET', url, headers: {} });
    response.writeHead(status, headers).end(body);
  };
  const secure = ({ key, cert }: Certificate) => portOf(createHttps({ key, cert }, answer));
  const discover = (address: string) => discoverRestRoot(address, transport.send).then(({ url }) => url);

  it.each<[string, (made: Certificates) => Certificate, RegExp]>([
    [
      'with a certificate of an authority of its own',
      (made) => made.signed('site'),
      /no authority known here has signed \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\): .* in NODE_EXTRA_CA_CERTS/,
    ],
    [
      'with a certificate that signed itself',
      (made) => made.selfSigned('itself'),
      /no authority known here has signed \(DEPTH_ZERO_SELF_SIGNED_CERT\): .* in NODE_EXTRA_CA_CERTS/,
    ],
  ])('%s', async (_what, make, message) => {
    const address = `https://127.0.0.1:${await secure(make(certificates))}/`;
    await expect(discover(address)).rejects.toThrow(message);
    await expect(discover(address)).rejects.not.toThrow(/REJECT_UNAUTHORIZED|turn off|insecure/i);
  });

  it('that speaks no TLS', async () => {
    const port = await portOf(createHttp(answer));
    await expect(discover(`https://127.0.0.1:${port}/`)).rejects.toThrow(
      /does not answer as TLS does \(\w+\): begin the address with http:\/\//,
    );
  });

  it('that speaks TLS where HTTP was meant', async () => {
    const port = await secure(certificates.signed('tls-only'));
    await expect(discover(`http://127.0.0.1:${port}/`)).rejects.toThrow(
      /does not answer as HTTP does \(\w+\): if that port speaks TLS, begin the address with https:\/\//,
    );
  });

  it.each([
    ['an alert of TLS', '\x15\x03\x01\x00\x02\x02\x46', /does not answer as HTTP does/],
    [
      'the page of nginx',
      'HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n<h1>400 Bad Request</h1>\nThe plain HTTP request was sent to HTTPS port',
      /is answered by a server that wants TLS: begin the address with https:\/\//,
    ],
    [
      'the page of Apache',
      "HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\nReason: You're speaking plain HTTP to an SSL-enabled server port.<br />",
      /is answered by a server that wants TLS/,
    ],
  ])('that answers HTTP with %s', async (_what, bytes, message) => {
    const server = createTcp((socket) =>
      socket.on('error', () => undefined).once('data', () => socket.end(bytes, 'latin1')),
    );
    await expect(discover(`http://127.0.0.1:${await portOf(server)}/`)).rejects.toThrow(message);
  });

  it('whose authority is known, and whose certificate has expired or is for another host', async () => {
    const [good, expired, other] = await Promise.all([
      secure(certificates.signed('good')),
      secure(certificates.signed('expired', { days: -1 })),
      secure(certificates.signed('other', { host: 'other.test' })),
    ]);
    // Which authorities are known is settled when a process starts.
    const open = (port: number) =>
      startProgram(cli, ['--port', '0', `https://127.0.0.1:${port}/`], {
        NODE_EXTRA_CA_CERTS: certificates.authority.file,
      });
    const [isExpired, isOther] = await Promise.all([open(expired).ended, open(other).ended]);
    expect(isExpired.stderr).toMatch(
      /^pressgraph: .* certificate that has expired \(CERT_HAS_EXPIRED\): have it renewed/,
    );
    expect(isOther.stderr).toMatch(
      /^pressgraph: .* certificate for another host \(ERR_TLS_CERT_ALTNAME_INVALID\): give/,
    );
    expect([isExpired.code, isOther.code]).toEqual([1, 1]);
    const program = open(good);
    expect(await program.printed(/Site .*\n/)).toContain(`https://127.0.0.1:${good}/wp-json/`);
    program.process.kill('SIGTERM');
    expect(await program.ended).toMatchObject({ code: 0 });
  }, 60_000);
});
