import { isSecretariat } from '#shared/domain/contact.ts'
import { dayAt } from '#shared/domain/dates.ts'
import { ActionLines } from '../../components/action-lines.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { groupOptions } from '../../components/form/group-options.ts'
import { useFrame } from '../../components/frame.ts'
import { PageHeading, SectionHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice, NoticeText } from '../../components/notice.tsx'
import type { ActionPointsOfGroup } from '../../services.ts'

/** Every group's action points, the longest overdue first. */
export const ActionPointsPage = (page: { groups: readonly ActionPointsOfGroup[]; notice?: string | undefined }) => {
  const { t, sector, actor, now } = useFrame()
  const names = groupOptions(sector, t)
  return (
    <Layout
      title={t.actions.title}
      notice={
        page.notice && (
          <Notice done>
            <NoticeText>{page.notice}</NoticeText>
          </Notice>
        )
      }
    >
      <PageHeading>{t.actions.title}</PageHeading>
      <p class="govuk-body app-prose">{t.actions.intro}</p>
      {actor && isSecretariat(actor.roles, dayAt(now, sector.timeZone)) && (
        <ButtonLink href="/actions/new">{t.actions.add}</ButtonLink>
      )}
      {page.groups.map(({ group, open, closed }) => (
        <>
          <SectionHeading>{names.find(([id]) => id === group)?.[1] ?? group}</SectionHeading>
          {open.length === 0 ? <p class="govuk-body">{t.actions.none}</p> : <ActionLines points={open} />}
          {closed.length > 0 && (
            <>
              <h3 class="govuk-heading-s">{t.actions.closed}</h3>
              <ActionLines points={closed} />
            </>
          )}
        </>
      ))}
    </Layout>
  )
}
