/**
 * Why no connection to a site comes about, in a line for its operator.
 * Knows what Node and OpenSSL say of connections and certificates; the check of certificates is never what is to be given up.
 */

/** @param reason a code of Node's or OpenSSL's, or what else is known; empty where nothing is */
export function explainUnreachable(address: string, reason: string): string {
  const seen = reason && ` (${reason})`;
  const scheme = new URL(address).protocol;
  if (reason === 'CERT_HAS_EXPIRED')
    return `${address} has a certificate that has expired${seen}: have it renewed, or check the clock of this machine.`;
  if (reason === 'CERT_NOT_YET_VALID')
    return `${address} has a certificate that is not valid yet${seen}: check the clock of this machine.`;
  if (reason === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `${address} has a certificate for another host${seen}: give the address with the host that it is for, or have that of this host added to it.`;
  if (unknownAuthority.has(reason))
    return `${address} has a certificate that no authority known here has signed${seen}: name the certificate of its authority, or itself if it has signed itself, a PEM file, in NODE_EXTRA_CA_CERTS; or let the server send the certificates between the two as well.`;
  if (noTls.has(reason))
    return `${address} does not answer as TLS does${seen}: begin the address with http://, or give the port that speaks TLS.`;
  if (scheme === 'http:' && noHttp.test(reason))
    return `${address} does not answer as HTTP does${seen}: if that port speaks TLS, begin the address with https://; else check the address.`;
  return `${address} cannot be reached${seen}: check the address and the network.`;
}

/** OpenSSL's codes for a chain of certificates that leads to nobody who is trusted here. */
const unknownAuthority = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
]);

/** What is said of bytes that are none of TLS, as those of an HTTP server are. */
const noTls = new Set(['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'EPROTO']);

/** A connection that is closed at the first byte, or answered by what is no HTTP. */
const noHttp = /^(UND_ERR_SOCKET|ECONNRESET)$|Expected HTTP\//;
