import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayReach, readNetworks } from './forbidden-addresses.ts'
import { openOutside } from './guarded-fetch.ts'

const none = readNetworks(undefined)

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.5',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '100.100.100.200',
    '169.254.169.254',
    '168.63.129.16',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:10.0.0.5',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is not reached', (address) => expect(mayReach(address, none)).toBe(false))

  it.each(['8.8.8.8', '172.32.0.1', '101.6.15.66', '2606:4700::6810:84e5', '2400:3200::1'])('%s is', (address) =>
    expect(mayReach(address, none)).toBe(true),
  )

  it('of our own are reached where somebody has named them, those of keys and of one link never', () => {
    const networks = readNetworks('10.1.0.0/16, 192.168.5.20，::1 fd00::/8\n127.0.0.0/8 169.254.0.0/16 ::ffff:0:0/96')
    const reached = ['10.1.2.3', '192.168.5.20', '::1', 'fd12::1', '127.0.0.1']
    const not = ['10.2.0.1', '192.168.5.21', '169.254.169.254', '100.100.100.200', 'fd00:ec2::254', '::ffff:127.0.0.1']
    expect([...reached, ...not].filter((address) => mayReach(address, networks))).toEqual(reached)
  })

  it.each(['10.0.0.0/33', 'intern.example.cn', '10.0.0/8', '10.0.0.0/', 'fe80::/129'])('%s is no network', (text) =>
    expect(() => readNetworks(text)).toThrow(text),
  )
})

describe('the door', () => {
  const answers: Record<string, http.RequestListener> = {
    '/plain': (request, response) => response.setHeader('x-host', request.headers.host!).end('hello'),
    '/echo': (request, response) => void request.pipe(response),
    '/away': (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end(),
    '/nothing': (_, response) => response.writeHead(204).end(),
    '/strange': (request) => request.socket.end('HTTP/1.1 799 Odd\r\ncontent-length: 0\r\n\r\n'),
    '/endless': (_, response) => {
      const more = () => response.write('x'.repeat(10_000), () => response.destroyed || setImmediate(more))
      more()
    },
    '/silent': () => {},
    '/broken': (request) => request.socket.destroy(),
  }
  const server = http.createServer((request, response) => answers[request.url!]!(request, response))
  let port = 0
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done())))
  beforeAll(() => void (port = (server.address() as AddressInfo).port))
  afterAll(() => void (server.closeAllConnections(), server.close()))

  const local = readNetworks('127.0.0.1')
  const asked: string[] = []
  const names: Record<string, string[]> = { 'inside.example': ['127.0.0.1'], 'both.example': ['8.8.8.8', '127.0.0.1'], 'gone.example': [] }
  const find = async (host: string) => {
    asked.push(host)
    return (names[host] ?? []).map((address) => ({ address, family: 4 }))
  }
  const open = openOutside(local, find)
  const shut = openOutside(none, find)
  const code = (reason: string) => expect.objectContaining({ code: reason })

  it('leads to what a name stood for when it was asked for, once, and keeps the name', async () => {
    const answer = await open(`http://inside.example:${port}/plain`)
    expect([answer.status, await answer.text(), answer.headers.get('x-host')]).toEqual([200, 'hello', `inside.example:${port}`])
    expect(asked.filter((host) => host === 'inside.example')).toHaveLength(1)
  })

  it.each([
    'http://inside.example',
    'http://both.example',
    'http://gone.example',
    'http://127.0.0.1',
    'http://127.1',
    'http://0x7f000001',
    'http://2130706433',
    'http://0177.0.0.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'file:///etc/passwd',
    'gopher://8.8.8.8',
    'http://user:secret@8.8.8.8',
    'nonsense',
  ])('is shut for %s', (address) => expect(shut(address)).rejects.toEqual(code('address-refused')))

  it('shows a redirect instead of following it', async () => {
    const answer = await open(`http://127.0.0.1:${port}/away`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/secret'])
  })

  it('sends what it is given, and takes answers without a body', async () => {
    const answer = await open(`http://127.0.0.1:${port}/echo`, { method: 'POST', body: '知客' })
    expect(await answer.text()).toBe('知客')
    expect((await open(`http://127.0.0.1:${port}/nothing`)).status).toBe(204)
  })

  it('ends what is too large, too slow, broken or called off', async () => {
    const at = `http://127.0.0.1:${port}`
    await expect(open(`${at}/endless`, { most: 50_000 })).rejects.toEqual(code('outside-too-large'))
    await expect(open(`${at}/silent`, { within: 30 })).rejects.toEqual(code('outside-too-slow'))
    await expect(open(`${at}/broken`)).rejects.toEqual(code('outside-unreachable'))
    await expect(open(`${at}/strange`)).rejects.toEqual(code('outside-unreachable'))
    const silent = openOutside(local, () => new Promise(() => {}))
    await expect(silent('http://slow.example', { within: 30 })).rejects.toEqual(code('outside-too-slow'))
    const called = new AbortController()
    const asking = open(`${at}/silent`, { signal: called.signal })
    called.abort(new Error('called off'))
    await expect(asking).rejects.toThrow('called off')
  })
})
