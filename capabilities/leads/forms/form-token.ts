import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A human being takes longer than this to fill a form in, and comes back to it no later than that. */
const [soonest, latest] = [2_500, 24 * 3_600_000]

const sign = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url')

/** A token that says when a form was shown. Nobody else can make one, and none is good for another form. */
export function makeFormToken(form: { id: string; secret: string }, now: number): string {
  const text = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`
  return `${text}.${sign(form.secret, `${form.id}.${text}`)}`
}

/** What a token is worth: the name by which it is used up, or why it is not believed. */
export function readFormToken(
  form: { id: string; secret: string },
  token: string,
  now: number,
): { nonce: string } | { refused: 'forged' | 'soon' | 'late' } {
  const [shown = '', nonce = '', given = ''] = token.split('.')
  const [known, told] = [Buffer.from(sign(form.secret, `${form.id}.${shown}.${nonce}`)), Buffer.from(given)]
  if (known.length !== told.length || !timingSafeEqual(known, told)) return { refused: 'forged' }
  const age = now - Number.parseInt(shown, 36)
  return age < soonest ? { refused: 'soon' } : age > latest ? { refused: 'late' } : { nonce }
}
