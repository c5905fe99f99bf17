/**
 * The page allows styles from files of ours and from elements that carry the secret of this very page; what somebody smuggles into it carries
 * none. Libraries write such elements while they run, and not all of them can be told the secret: each gets it when it is made.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content

if (nonce) {
  const create = document.createElement.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (name.toLowerCase() === 'style') element.nonce = nonce
    return element
  }) as typeof document.createElement
}

export {}
