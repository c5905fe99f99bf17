/** The domains of e-mails as an administrator writes them: "example.cn, example.com". */
export const domainsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,，、;；]+/)
    .filter(Boolean)

/** Whether an e-mail belongs to one of them: to the domain itself, not to what lies below it. */
export function isOfDomains(email: string, text: string): boolean {
  const at = email.lastIndexOf('@')
  return at > 0 && domainsIn(text).includes(email.slice(at + 1).toLowerCase())
}
