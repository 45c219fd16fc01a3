import type { Shape } from './shapes.ts';

/** Addresses that take what anybody sends who knows them: the path, or its end, is the secret. */
export const WEBHOOKS: readonly Shape[] = [
  // https://api.slack.com/messaging/webhooks
  ['webhook', /^hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/(?:[^/?#]+\/){2,3}([\w-]{8,})/d],
  // https://discord.com/developers/docs/resources/webhook
  ['webhook', /^(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/([\w-]{16,})/d],
  // https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
  [
    'webhook',
    /^(?:[^/]+\.webhook\.office\.com|outlook\.office(?:365)?\.com)\/webhookb?2?\/(?:[^/?#]+\/){1,3}([\w-]{16,})/d,
  ],
  // https://developers.google.com/workspace/chat/quickstart/webhooks
  ['webhook', /^chat\.googleapis\.com\/v1\/spaces\/[^?#]*\?(?:[^#&]*&){0,4}token=([^&#]{8,})/d],
  // https://ifttt.com/maker_webhooks
  ['webhook', /^maker\.ifttt\.com\/(?:use|trigger\/[^?#]*\/key)\/([\w-]{8,})/d],
  // https://help.zapier.com/hc/en-us/articles/8496288690317
  ['webhook', /^hooks\.zapier\.com\/hooks\/(?:catch|standard)\/(?:silent\/)?\d+\/([\w-]{4,})/d],
  // https://help.make.com/webhooks
  [
    'webhook',
    /^(?:hooks?\.(?:[a-z]{2}\d\.)?make\.com|hook\.integromat\.com|hook\.[a-z]{2}\d\.make\.celonis\.com)\/([\w-]{12,})/d,
  ],
  [
    'webhook',
    /^(?:webhook\.site|(?:hc-ping|ping\.healthchecks)\.(?:com|io))\/(?:#!\/)?(?:view\/)?([\da-f-]{32,36})/d,
  ],
  // https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
  ['webhook', /^open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/(?:v2\/)?hook\/([\w-]{16,})/d],
  // https://developer.work.weixin.qq.com/document/path/91770; https://open.dingtalk.com/document/robots/custom-robot-access
  [
    'webhook',
    /^(?:qyapi\.weixin\.qq\.com\/cgi-bin\/webhook|oapi\.dingtalk\.com\/robot)\/send\?(?:key|access_token)=([\w-]{16,})/d,
  ],
  // https://bark.day.app: a device's key; ServerChan's
  ['webhook', /^api\.day\.app\/([A-Za-z\d]{20,24})(?:[/?#]|$)/d],
  ['webhook', /^sctapi\.ftqq\.com\/(SCT\w{10,})\.send/d],
  // https://docs.aws.amazon.com/chime/latest/ug/webhooks.html
  ['webhook', /^hooks\.chime\.aws\/incomingwebhooks\/([\w-]{16,})/d],
  // Power Automate and Logic Apps: https://learn.microsoft.com/en-us/azure/logic-apps/logic-apps-securing-a-logic-app
  [
    'webhook',
    /^[^/]+\.(?:logic\.azure|powerplatform)\.com(?::\d+)?\/[^?#]*\/triggers\/[^?#]*\?[^#]*sig=([\w%-]{16,})/d,
  ],
  // Builds and deployments: https://docs.render.com/deploy-hooks, https://vercel.com/docs/deploy-hooks, Docker Hub, CircleCI, Buildkite
  ['webhook', /^[^/]+\/(?:[^/?#]+\/){0,4}deploy\/[\w-]{8,}\?(?:[^#&]*&){0,3}(?:key|token)=([\w-]{8,})/d],
  ['webhook', /^api\.vercel\.com\/v1\/integrations\/deploy\/[\w-]+\/(\w{8,})/d],
  ['webhook', /^(?:hub|cloud)\.docker\.com\/api\/build\/v1\/source\/[\w-]+\/trigger\/([\w-]{16,})/d],
  // Watching: PagerDuty, Opsgenie, Sumo Logic, Loggly, Datadog, Cronitor, Dead Man's Snitch
  ['webhook', /^events(?:\.eu)?\.pagerduty\.com\/(?:integration|x-ere)\/(\w{16,})/d],
  ['webhook', /^[^/]+\.sumologic\.com\/receiver\/v1\/(?:http|events|syslog)\/([\w=%-]{24,})/d],
  ['webhook', /^logs-01\.loggly\.com\/(?:inputs|bulk)\/([\da-f-]{32,36})/d],
  ['webhook', /^(?:http-intake\.logs|[\w-]+\.logs)\.datadoghq\.(?:com|eu)\/v1\/input\/(\w{24,})/d],
  ['webhook', /^(?:cronitor\.link|nosnch\.in)\/(?:(?:p\/)?[a-f\d]{32}\/)?([\w-]{6,})/d],
  // Messages to a telephone: Pushcut, Simplepush, Wirepusher, PushDeer; other collectors: smee.io, Svix, Hookdeck, RequestBin, Beeceptor
  ['webhook', /^api\.(?:pushcut|simplepush)\.io\/(?:send\/)?([\w-]{6,})/d],
  ['webhook', /^trigger\.macrodroid\.com\/([\da-f-]{36})/d],
  ['webhook', /^workflow-automation\.podio\.com\/catch\/(\w{10,})/d],
  ['webhook', /^smee\.io\/([\w-]{12,20})(?:[/?#]|$)/d],
  ['webhook', /^play\.svix\.com\/(?:in|view)\/(e_\w{12,})/d],
  ['webhook', /^(?:events\.hookdeck\.com\/e|hkdk\.events)\/(?:src_)?(\w{10,})/d],
  // https://developers.webex.com/docs/incoming-webhooks; https://www.zoho.com/cliq/help/restapi/v2/; https://coda.io/@hooks
  ['webhook', /^cliq\.zoho\.[a-z.]+\/[^?#]*\?(?:[^#&]*&){0,4}zapikey=([\w.%-]{12,})/d],
  ['webhook', /^coda\.io\/apis\/v\d\/docs\/[\w-]+\/hooks\/automation\/([\w-]{8,})/d],
  ['webhook', /^hooks\.airtable\.com\/workflows\/v\d\/genericWebhook\/\w+\/\w+\/(\w{8,})/d],
  ['webhook', /^[^/]+\/api\/push\/((?=\w*\d)(?=\w*[A-Z])\w{10,})(?:[?#]|$)/d],
  // https://core.telegram.org/bots/webhooks and others who follow the same custom: Mattermost, Rocket.Chat, n8n, Home Assistant
  [
    'webhook',
    /^[^/]+\/(?:[^/?#]+\/){0,5}(?:[\w-]{0,20}webhook[\w-]{0,20}|_?(?:(?:build|deploy|trigger|git|incoming|event|repo|push|status|ci)[_-]?)?hooks?)\/(?:[^/?#]+\/){0,4}(?<random>[\w.~-]{16,})(?:[/?#]|$)/di,
  ],
  ['webhook', /^[^/]+\/(?:[^/?#]+\/){0,3}api\/push\/(?<random>\w{12,})(?:[/?#]|$)/di],
  ['webhook', /^(?:web)?hooks?\.[^/]+\/(?:[^/?#]+\/){0,4}(?<random>[\w-]{16,}=*)(?:[/?#]|$)/d],
  ['webhook', /^[^/]+\/(?:[^/?#]+\/){0,4}(?<random>[\w-]{16,})\/(?:web)?hook\/?(?:[?#]|$)/d],
  // Its key in the query; a topic that only who has its name finds; a monitor's: https://docs.ntfy.sh, https://docs.sentry.io/product/crons/
  [
    'webhook',
    /^[^/]+\/(?:[^/?#]+\/){0,5}(?:web)?hooks?\/?\?(?:[^#&]*&){0,4}(?:id|k|key|s|secret)=(?<random>[\w-]{16,})/d,
  ],
  [
    'webhook',
    /^(?:alerts?|intake|ingest|collector|heartbeat|push|ping)\.[^/]+\/(?:[^/?#]+\/){0,4}(?<random>[\w-]{24,})(?:[/?#]|$)/d,
  ],
  ['webhook', /^ntfy\.sh\/(?<random>[\w-]{16,})/d],
  ['webhook', /^[^/]+\/api\/(?:[^/?#]+\/){0,2}cron\/(?:[^/?#]+\/){0,2}([\da-f]{32})(?:[/?#]|$)/d],
  [
    'webhook',
    /^[^/]+\/(?:[^/?#]+\/){0,5}(?:integrations?|inbound|ingest|intake|heartbeat|collector|triggers?|incoming|receiver|notify|wh)\/(?:[^/?#]+\/){0,3}(?<random>[\w-]{24,})(?:[/?#]|$)/di,
  ],
];
