import { openZhike, type Zhike } from '../generated/zhike-client.ts'

/** The installation and the token that the environment names. */
export const openFromEnvironment = (): Zhike =>
  openZhike({ address: process.env.ZHIKE_ADDRESS ?? 'http://127.0.0.1:3000', token: process.env.ZHIKE_TOKEN ?? '', language: 'en' })
