/** A mail as it is handed over. */
export interface Mail {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** The same for the same mail, so that one handed over twice can be told by whoever receives it. */
  key: string
  /** Mails about the same thing stand together where the reader's program knows threads. */
  thread?: string
}

/** Hands mails over. Absent where no server for mail is set. */
export interface Mailer {
  /** Where the product is reached from outside, for links; without it mails carry none. */
  publicUrl: string | undefined
  /** Returns when the server has taken the mail; throws where it has not. */
  send(mail: Mail): Promise<void>
  close(): void
}
