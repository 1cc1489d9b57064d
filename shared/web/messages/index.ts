import type { Contact } from '#shared/domain/contact.ts'
import { en } from './en.ts'

/** The catalogue's shape: a language is complete when it has this type. */
export type Messages = typeof en

/** The messages for a reader, and the language that they are really in: English until a language has its catalogue. */
export const messagesFor = (_wanted: Contact['language']): { language: Contact['language']; t: Messages } => ({
  language: 'en',
  t: en,
})
