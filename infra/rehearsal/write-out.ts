import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Contact } from '#shared/domain/contact.ts'
import { Mail } from '#shared/domain/mail.ts'
import { readBriefPdf } from '#shared/records/briefs.ts'
import { lists } from '#shared/records/keys.ts'
import { collect } from '#shared/records/record-store.ts'
import type { Deps } from '#shared/usecases/deps.ts'
import type { LocalSystem } from '../local/system.ts'
import { makeFolder } from '../make-folder.ts'
import { Refusal } from '../refusal.ts'
import { briefFile, releasedBriefs, summaryOf } from './summary.ts'
import { timelineOf } from './timeline.ts'

const OUTPUTS = ['mail', 'briefs', 'timeline.md', 'summary.json']

/**
 * Makes the folder, without what an earlier rehearsal left in it.
 * @throws Refusal when it holds other files, or cannot be a folder
 */
export const clearOut = async (out: string): Promise<void> => {
  const refuse = (cause: unknown) => {
    throw new Refusal(`${out} cannot be a folder for the results; choose another with --out.`, { cause })
  }
  const present = await Promise.resolve(out)
    .then(makeFolder)
    .then(() => readdir(out))
    .catch(refuse)
  if (present.some((name) => !OUTPUTS.includes(name))) {
    throw new Refusal(`${out} holds other files than a rehearsal's; choose an empty folder with --out.`)
  }
  for (const name of OUTPUTS) await rm(join(out, name), { recursive: true, force: true })
  for (const folder of ['mail', 'briefs']) await mkdir(join(out, folder)).catch(refuse)
}

/** Writes each mail as it is sent, named by its place in the order, so that none is held in memory. */
export const writeMails = (system: LocalSystem, out: string) => {
  let sent = 0
  let written: Promise<unknown> = Promise.resolve()
  system.onMail(({ raw, to }) => {
    const name = `${String(++sent).padStart(5, '0')}-${(to[0] ?? 'nobody').replace(/[^\w.@-]/g, '_')}.eml`
    written = Promise.all([written, writeFile(join(out, 'mail', name), raw)])
  })
  return { done: () => written }
}

/** Writes what can only be told at the end: the briefs, the timeline and the summary. */
export const writeOut = async (
  system: LocalSystem,
  deps: Deps,
  { from, to, out }: { from: string; to: string; out: string },
) => {
  const { records, sector } = deps
  const mails = await allMails(deps, from, to)
  const contacts = (await collect(records.query({ index: 'GSI1', partition: lists.contacts }))).map((item) =>
    Contact.parse(item.data),
  )
  const addresses = new Map(contacts.map(({ id, email }) => [id, email]))
  await writeFile(
    join(out, 'timeline.md'),
    timelineOf(mails, (contact) => addresses.get(contact) ?? contact, sector.timeZone),
  )
  for (const { key, version } of await releasedBriefs(records)) {
    const pdf = await readBriefPdf(records, key, version)
    if (pdf) await writeFile(join(out, 'briefs', briefFile(key, version)), pdf.bytes)
  }
  const emlFiles = (await readdir(join(out, 'mail'))).length
  const summary = await summaryOf(deps, { from, to, mails, emlFiles, deadLetters: system.deadLetters().length })
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  return summary
}

/** Mails that went out, in the order in which they did. */
const allMails = async ({ records }: Deps, from: string, to: string): Promise<Mail[]> => {
  const mails: Mail[] = []
  for (
    let [year, month] = monthBefore(from);
    `${year}-${pad(month)}` <= to.slice(0, 7);
    [year, month] = next(year, month)
  ) {
    for await (const item of records.query({ index: 'GSI1', partition: lists.mail(`${year}-${pad(month)}`) }))
      mails.push(Mail.parse(item.data))
  }
  return mails
    .filter(({ messageId }) => messageId !== undefined)
    .toSorted((a, b) => (a.sentAt ?? '').localeCompare(b.sentAt ?? ''))
}

/** The month of a day, one earlier: local midnight of the first lies in the UTC month before. */
const monthBefore = (day: string): [number, number] => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 1 ? [year - 1, 12] : [year, month - 1]
}
const next = (year: number, month: number): [number, number] => (month === 12 ? [year + 1, 1] : [year, month + 1])
const pad = (month: number) => String(month).padStart(2, '0')
