import type { Instant } from '#shared/domain/dates.ts'
import { Button } from '../../components/button.tsx'
import { useFrame } from '../../components/frame.ts'
import { SectionHeading } from '../../components/heading.tsx'
import { SummaryList } from '../../components/summary-list.tsx'

export interface Subscription {
  /** Of the pages: `uxo.example.org`. */
  readonly host: string
  /** Since when there is a private address. */
  readonly since: Instant | undefined
  /** The path of the private address, only right after it was made. */
  readonly made?: string
}

/** The addresses of the feeds; the private one is shown once. */
export const Subscribe = ({ host, since, made }: Subscription) => {
  const { t, sector } = useFrame()
  return (
    <>
      <SectionHeading>{t.year.subscribe}</SectionHeading>
      <p class="govuk-body app-prose">{t.year.subscribeIntro}</p>
      <SummaryList
        rows={[
          { key: t.year.forAll, value: <Address host={host} path="/calendar.ics" /> },
          {
            key: t.year.forYou,
            value:
              made !== undefined ? (
                <>
                  <strong>{t.year.made}</strong>
                  <br />
                  <Address host={host} path={made} />
                </>
              ) : since === undefined ? (
                t.year.noAddress
              ) : (
                t.year.addressSince(t.formats.moment(since, sector.timeZone))
              ),
          },
        ]}
      />
      <div class="govuk-button-group app-no-print">
        <form method="post" action="/calendar/feed">
          <Button kind="secondary">{since === undefined ? t.year.make : t.year.makeAnew}</Button>
        </form>
        {since !== undefined && (
          <form method="post" action="/calendar/feed/end">
            <Button kind="warning">{t.year.revoke}</Button>
          </form>
        )}
      </div>
    </>
  )
}

/** A link, so that its whole address can be copied; the text names no scheme, which a calendar program adds. */
const Address = ({ host, path }: { host: string; path: string }) => (
  <a class="govuk-link" href={path}>
    {`${host}${path}`}
  </a>
)
