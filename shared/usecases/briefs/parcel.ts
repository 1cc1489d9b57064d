import type { Brief } from '#shared/domain/briefs/model.ts'
import type { MailContent } from '#shared/domain/mail.ts'
import type { Cause } from '#shared/events/event.ts'
import { briefCopyWrite, readBriefDraft, readBriefPdf } from '#shared/records/briefs.ts'
import { transactOnce } from '#shared/records/record-store.ts'
import type { Deps } from '../deps.ts'
import { type MailRequest, mailIdOf, mailWrites } from '../mail/request-mail.ts'

/** Briefs that travel in one mail. The same subject and version never reach a person twice. */
export interface Parcel {
  readonly subject: string
  readonly title: string
  readonly version: number
  readonly briefs: Extract<MailContent, { kind: 'brief' }>['briefs']
}

/**
 * What goes out together for the first time, each brief in its newest version; undefined while a part of it is not ready.
 * One that is about to be corrected goes out and says so: the others do not wait for it.
 */
export const firstParcel = async ({ records, sector }: Deps, { model, key }: Brief): Promise<Parcel | undefined> => {
  const own = model.kind === 'swg' ? [key] : sector.twgs.map((twg) => `${model.round}/${twg.id}`)
  const briefs = await Promise.all(
    own.map(async (one) => {
      const stands = (await readBriefDraft(records, one))?.value
      const correcting = stands?.status === 'draft' ? ({ correcting: true } as const) : {}
      return { key: one, version: stands?.version ?? 0, ...correcting }
    }),
  )
  const ready = await Promise.all(briefs.map((one) => readBriefPdf(records, one.key, one.version)))
  if (ready.includes(undefined)) return undefined
  return model.kind === 'swg'
    ? { subject: `brief/${key}`, title: `Brief for ${model.meeting.title}`, version: 1, briefs }
    : { subject: `briefs/${model.round}`, title: `TWG briefs ${model.round}`, version: 1, briefs }
}

export const correctionParcel = ({ key, version, model }: Brief): Parcel => ({
  subject: `brief/${key}`,
  title:
    model.kind === 'swg'
      ? `Corrected brief for ${model.meeting.title}`
      : `Corrected brief of ${model.twg.name}, ${model.round}`,
  version,
  briefs: [{ key, version }],
})

/** One mail a reader, stored with the copies that it carries; asked for again, it is already there. */
export const mailParcel = async (
  deps: Deps,
  { subject, title, version, briefs }: Parcel,
  readers: readonly string[],
  cause: Cause,
): Promise<void> => {
  for (const contact of readers) {
    const content: MailContent = { kind: 'brief', title, briefs: [...briefs] }
    const mail: MailRequest = { contact, content, subject, version }
    await transactOnce(deps.records, [
      ...mailWrites(deps, mail, cause),
      ...briefs.map(({ key, version: copied }) =>
        briefCopyWrite({ key, version: copied, contact, mail: mailIdOf(mail) }),
      ),
    ])
  }
}
