/** Puts a text on the clipboard; also where the page did not come over HTTPS, as in many a company's own network. False where nothing helps. */
export async function copyText(text: string): Promise<boolean> {
  const isDone = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  if (isDone) return true
  const box = document.createElement('textarea')
  const before = document.activeElement as HTMLElement | null
  box.value = text
  box.style.cssText = 'position: fixed; opacity: 0'
  document.body.append(box)
  box.select()
  // The only way there is without a secure page, however old it is.
  // oxlint-disable-next-line typescript/no-deprecated
  const isCopied = document.execCommand('copy')
  box.remove()
  before?.focus()
  return isCopied
}
