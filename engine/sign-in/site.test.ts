import { expect, it } from 'vitest'
import { siteAt } from './site.ts'

it.each([
  [undefined, 'http', 'localhost:3000', 'http://localhost:3000', 'localhost'],
  [undefined, 'http', '127.0.0.1:3000', 'http://127.0.0.1:3000', null],
  [undefined, 'https', '[2400:3200::1]', 'https://[2400:3200::1]', null],
  [undefined, 'http', 'crm.example.cn', 'http://crm.example.cn', null],
  [undefined, 'https', 'crm.example.cn', 'https://crm.example.cn', 'crm.example.cn'],
  // What is configured counts, whatever a request says of itself.
  ['https://crm.example.cn/', 'http', 'evil.example:99', 'https://crm.example.cn', 'crm.example.cn'],
  ['https://crm.example.cn:8443/zhike', 'http', 'localhost', 'https://crm.example.cn:8443', 'crm.example.cn'],
  [undefined, 'https', 'no host at all', 'http://invalid', null],
])('%s, %s, %s', (configured, protocol, host, origin, passkeyHost) =>
  expect(siteAt(configured, protocol, host)).toEqual({ origin, passkeyHost }),
)
