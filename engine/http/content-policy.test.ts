import { expect, it } from 'vitest'
import { contentPolicy, withNonce } from './content-policy.ts'

it('lets nothing inline run, and no style but those that carry the secret of their page', () => {
  expect(contentPolicy).toContain("script-src 'self';style-src 'self';")
  const pages = [1, 2].map(() => withNonce('<meta content="__STYLE_NONCE__"><style nonce="__STYLE_NONCE__">'))
  const [first, second] = pages.map(({ html, policy }) => {
    const nonce = /style-src 'self' 'nonce-([\w+/=]{24})';/.exec(policy)![1]!
    expect(html).toBe(`<meta content="${nonce}"><style nonce="${nonce}">`)
    return nonce
  })
  expect(first).not.toBe(second)
  for (const policy of [contentPolicy, ...pages.map((page) => page.policy)]) expect(policy).not.toMatch(/unsafe|\*/)
})
