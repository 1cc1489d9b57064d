import { isStranded } from '#shared/domain/mail.ts'
import type { DeliveredCopy, Newcomer } from '../../services.ts'
import { Button } from '../button.tsx'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Table } from '../table.tsx'

interface CopiesProps {
  readonly briefKey: string
  readonly copies: readonly DeliveredCopy[]
  readonly newcomers: readonly Newcomer[]
}

/** How far each copy has come, with a button for one that did not arrive, and one for each co-chair named since. */
export const Copies = ({ briefKey, copies, newcomers }: CopiesProps) => {
  const { t, sector } = useFrame()
  if (copies.length === 0) return null
  return (
    <>
      <SectionHeading id="copies">{t.briefs.copies}</SectionHeading>
      <Table
        id="copies-table"
        caption={t.briefs.copies}
        captionHidden
        columns={[
          { head: t.briefs.reader },
          { head: t.briefs.version },
          { head: t.briefs.delivery },
          { head: t.briefs.sentAt },
        ]}
        rows={copies.map((copy) => [
          copy.name,
          String(copy.version),
          isStranded(copy) ? (
            <form method="post" action={`/briefs/again/${encodeURIComponent(copy.mail)}/${briefKey}`}>
              <p class="govuk-body">{t.briefs.deliveryStatus[copy.status]}</p>
              <Button kind="secondary">{t.briefs.sendAgain(copy.name)}</Button>
            </form>
          ) : (
            t.briefs.deliveryStatus[copy.status]
          ),
          copy.sentAt ? t.formats.moment(copy.sentAt, sector.timeZone) : '',
        ])}
      />
      {newcomers.map(({ contact, name }) => (
        <form method="post" action={`/briefs/newcomer/${encodeURIComponent(contact)}/${briefKey}`}>
          <p class="govuk-body">{t.briefs.newcomer(name)}</p>
          <Button kind="secondary">{t.briefs.sendTo(name)}</Button>
        </form>
      ))}
    </>
  )
}
