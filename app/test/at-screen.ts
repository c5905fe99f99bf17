/** Somebody at a screen: keeps cookies as a browser does, and speaks to the real port of one node. */
export interface AtScreen {
  ask<T = any>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>
  signIn(email: string, password: string): Promise<{ status: number; body: any }>
  /** The same cookies at another node. */
  at(address: string): AtScreen
  cookies: Map<string, string>
}

export function atScreen(
  address: string,
  cookies: Map<string, string> = new Map(),
  agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/150.0',
): AtScreen {
  async function ask(method: string, path: string, body?: unknown) {
    const response = await fetch(`${address}/api/v1/${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        'accept-language': 'en',
        'user-agent': agent,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value) cookies.set(name!, value)
      else cookies.delete(name!)
    }
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }
  return {
    ask,
    signIn: (email, password) => ask('POST', 'sign-in', { email, password }),
    at: (other) => atScreen(other, cookies, agent),
    cookies,
  }
}
