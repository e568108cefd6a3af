// Mail to subscribers: sent through a mail server, or written to a folder if none is configured.
// Imports the shared folders and models/, and no other agent (activities/README.md).
/** A mail as a person gets it, in both forms. */
export type Mail = {
  /** Names the mail for good: the same mail sent twice has one Message-ID, and one file. */
  mailId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where one click ends the subscription (RFC 8058). */
  unsubscribeUrl?: string;
};

export interface Mailer {
  /**
   * `refused` when the server will never take this mail: its address, or what is in it. Throws MAIL_NOT_SENT when it
   * does not accept mail right now.
   */
  send(mail: Mail): Promise<'sent' | 'refused'>;
  /** Closes connections that are kept open. */
  close(): void;
}
