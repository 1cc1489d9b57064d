import { BriefLinks } from '../../components/brief/brief-links.tsx'
import { useFrame } from '../../components/frame.ts'
import { PageHeading } from '../../components/heading.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Desk } from '../../services.ts'

export const BriefsPage = ({ briefs }: { briefs: Desk['briefs'] }) => {
  const { t } = useFrame()
  return (
    <Layout title={t.briefs.title}>
      <PageHeading>{t.briefs.title}</PageHeading>
      <BriefLinks briefs={briefs} />
    </Layout>
  )
}
