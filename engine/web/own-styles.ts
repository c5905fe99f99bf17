/**
 * Lets styles that scripts write at run time count under a policy that knows no `unsafe-inline`: the kit of components writes many, and not all
 * of its parts know of nonces. New style elements carry the nonce of the page, and style attributes are written as properties. What comes about
 * by parsing markup does not come this way: styles that somebody has smuggled into a page are not followed.
 */
export function allowOwnStyles(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  if (!nonce) return
  const make = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const made = make(name, options)
    if (name === 'style') made.nonce = nonce
    return made
  }) as typeof document.createElement
  // oxlint-disable-next-line typescript/unbound-method
  const set = Element.prototype.setAttribute
  Element.prototype.setAttribute = function (name: string, value: string): void {
    if (name === 'style' && this instanceof HTMLElement) this.style.cssText = value
    else set.call(this, name, value)
  }
}
