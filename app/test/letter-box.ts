import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived, read as its receiver's program would. */
export interface Arrived {
  to: string[]
  headers: Record<string, string>
  text: string
  html: string
}

/** A mail server that keeps what it takes: the honest stand-in for any. */
export interface LetterBox {
  url: string
  mails: Arrived[]
  /** How many further mails it turns away, with a word that a sender must not repeat. */
  turnAway(n: number): void
  close(): Promise<void>
}

const words = (text: string): string =>
  text.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, part: string) =>
    how.toLowerCase() === 'b'
      ? Buffer.from(part, 'base64').toString()
      : Buffer.from(
          part.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/gi, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        ).toString(),
  )

const headersOf = (head: string): Record<string, string> =>
  Object.fromEntries(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), words(line.slice(line.indexOf(':') + 1).trim())]),
  )

function contentOf(part: string): string {
  const at = part.indexOf('\r\n\r\n')
  const how = headersOf(part.slice(0, at))['content-transfer-encoding'] ?? ''
  const body = part.slice(at + 4)
  if (how === 'base64') return Buffer.from(body, 'base64').toString()
  if (how !== 'quoted-printable') return Buffer.from(body, 'latin1').toString()
  const signs = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(signs, 'latin1').toString()
}

function read(raw: string, to: string[]): Arrived {
  const headers = headersOf(raw.slice(0, raw.indexOf('\r\n\r\n')))
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1]
  const parts = boundary ? raw.split(`--${boundary}`).slice(1, -1) : []
  const part = (type: string) =>
    contentOf(parts.find((entry) => entry.includes(`Content-Type: ${type}`)) ?? '\r\n\r\n').replaceAll('\r\n', '\n')
  return { to, headers, text: part('text/plain'), html: part('text/html') }
}

/** Opens a letter box on a port of its own; it lets in one sender, by name and password. */
export async function openLetterBox(): Promise<LetterBox> {
  const mails: Arrived[] = []
  let refusing = 0
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'zhike' && password === 'p@ss 词' ? done(null, { user: username }) : done(new Error('not you')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusing > 0) {
          refusing -= 1
          done(Object.assign(new Error('try later, dear 13800000000'), { responseCode: 451 }))
          return
        }
        mails.push(
          read(
            Buffer.concat(chunks).toString('latin1'),
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        )
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://zhike:${encodeURIComponent('p@ss 词')}@127.0.0.1:${port}`,
    mails,
    turnAway: (n) => (refusing = n),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
