import { isStranded } from '#shared/domain/mail.ts'
import type { DeliveredCopy } from '../../services.ts'
import { Button } from '../button.tsx'
import { useFrame } from '../frame.ts'
import { SectionHeading } from '../heading.tsx'
import { Table } from '../table.tsx'

/** How far each copy has come, and a button for one that did not arrive. */
export const Copies = ({ briefKey, copies }: { briefKey: string; copies: readonly DeliveredCopy[] }) => {
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
    </>
  )
}
