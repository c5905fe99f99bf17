import { isDense, readSigns } from '#engine/text/folding.ts'

const onlyAscii = /^[\x20-\x7e]*$/

/** The signs of a text as they are looked up, run together: simplified, half-width, lower case. Plain letters take a short way. */
export const fold = (text: string, most = 160): string =>
  onlyAscii.test(text)
    ? text
        .slice(0, most)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '')
    : readSigns(text, most).list.join('')

/** The words of a text in letters, folded: "Smith & Wollensky's" is smith, wollenskys. Characters between them stand alone. */
export function wordsOf(text: string): string[] {
  if (onlyAscii.test(text))
    return (
      text
        .toLowerCase()
        .replaceAll("'", '')
        .match(/[a-z0-9]+/g) ?? []
    )
  const signs = readSigns(text.replace(/['’`]/g, ''), 160)
  const found: string[] = []
  signs.list.forEach((sign, i) => {
    if (signs.begins[i] === 'on' && i > 0 && !isDense(sign)) found[found.length - 1] += sign
    else found.push(sign)
  })
  return found
}
