import type { Shape } from './shapes.ts';

/** Addresses that take what anybody sends who knows them: the path, or its end, is the secret. */
export const WEBHOOKS: readonly Shape[] = [
  // https://api.slack.com/messaging/webhooks
  ['webhook', /^hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/(?:[^/?#]+\/){0,3}([\w-]{8,})/d],
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
  ['webhook', /^maker\.ifttt\.com\/trigger\/[^?#]*\/key\/([\w-]{8,})/d],
  // https://help.zapier.com/hc/en-us/articles/8496288690317
  ['webhook', /^hooks\.zapier\.com\/hooks\/(?:catch|standard)\/(?:silent\/)?\d+\/([\w-]{4,})/d],
  // https://help.make.com/webhooks
  ['webhook', /^(?:hooks?\.(?:[a-z]{2}\d\.)?make\.com|hook\.integromat\.com)\/([\w-]{12,})/d],
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
  // https://core.telegram.org/bots/webhooks and others who follow the same custom: Mattermost, Rocket.Chat, n8n, Home Assistant
  [
    'webhook',
    /^[^/]+\/(?:[^/?#]+\/){0,5}(?:[\w-]{0,20}webhook[\w-]{0,20}|hooks?)\/(?:[^/?#]+\/){0,4}(?<random>[\w.~-]{16,})(?:[/?#]|$)/di,
  ],
  ['webhook', /^[^/]+\/(?:[^/?#]+\/){0,3}api\/push\/(?<random>\w{12,})(?:[/?#]|$)/di],
  ['webhook', /^(?:web)?hooks?\.[^/]+\/(?:[^/?#]+\/){0,4}(?<random>[\w-]{16,})(?:[/?#]|$)/d],
  [
    'webhook',
    /^[^/]+\/(?:[^/?#]+\/){0,5}(?:integrations?|inbound|ingest|heartbeat|collector)\/(?:[^/?#]+\/){0,3}(?<random>[\w-]{24,})(?:[/?#]|$)/di,
  ],
];
