import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface Arrived {
  /** To whom the program sent it, which is more than its headers say; sorted. */
  readonly recipients: readonly string[];
  readonly email: Email;
  /** Behind the headers, LF ends, undecoded. */
  readonly body: string;
}

/** An SMTP server on loopback that keeps what it gets. */
export interface Mailbox {
  readonly port: number;
  /** What has arrived since this was last asked. */
  readonly take: () => Arrived[];
  readonly close: () => Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        arrived.push({
          recipients: session.envelope.rcptTo.map(({ address }) => address).sort(),
          email: await PostalMime.parse(raw),
          body: raw.toString('utf8').replaceAll('\r\n', '\n').split('\n\n').slice(1).join('\n\n'),
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    take: () => arrived.splice(0),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
