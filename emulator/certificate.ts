import { generate } from 'selfsigned';
import { DAY } from './time.ts';

/** A key and a self-signed certificate (both PEM) for the service's own name and for loopback. */
export async function createCertificate(): Promise<{ key: string; cert: string }> {
  const name = 'data.reversinglabs.com';
  const pem = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // the client's clock may be a little behind
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 30 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: name },
          { type: 2, value: 'bucket.reversinglabs.com' },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: pem.private, cert: pem.cert };
}
