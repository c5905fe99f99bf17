import { click, press, until } from './screen-steps.ts'
import type { Screen } from './screens.ts'

/** How one signs in, seen by whoever is in. */
export const securityScreens: Screen[] = [
  { name: 'sign-in and security', at: '/security', open: until('.zk-secure-events li') },
  {
    name: 'sign-in and security, a new password',
    at: '/security',
    open: until('.ant-modal #new-password', click('[aria-labelledby=security-password] .ant-btn')),
  },
  {
    name: 'sign-in and security, a second factor being set up',
    at: '/security',
    open: until('.ant-modal .zk-factor-key', click('[aria-labelledby=security-factor] .ant-btn-primary')),
  },
  {
    name: 'sign-in and security, a new token',
    at: '/security',
    open: until('.ant-modal #token-name', click('[aria-labelledby=security-tokens] > .ant-btn')),
  },
]

/** The way in and the way back. */
export const wayInScreens: Screen[] = [
  { name: 'sign-in', at: '/', open: until('.zk-demo') },
  {
    name: 'sign-in, refused',
    at: '/',
    open: until(
      '.zk-sign-in [role=alert]',
      async (page) => page.locator('#email').fill('nobody@example.cn'),
      async (page) => page.locator('#password').fill('wrong-password-1'),
      press('Enter'),
    ),
  },
  { name: 'sign-in, password forgotten', at: '/', open: until('.zk-sign-in-sheet > p', click('.zk-sign-in-more')) },
  { name: 'new password by a link', at: `/recover/#${'a'.repeat(43)}`, open: until('#new-password') },
  { name: 'new password by a link, without one', at: '/recover/', open: until('.zk-sign-in [role=alert]') },
]
