import { App, type AppProps } from 'aws-cdk-lib'
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }

/**
 * A CDK app whose template is the same whichever command synthesizes it: the behaviours the pinned library recommends
 * to a new project are set here and not in cdk.json, which only the cdk command reads.
 */
export const secretariatApp = (props: AppProps): App =>
  new App({
    ...props,
    analyticsReporting: false,
    // The local run finds each function's bundle by the asset metadata.
    postCliContext: { ...recommended, 'aws:cdk:enable-asset-metadata': true },
  })
